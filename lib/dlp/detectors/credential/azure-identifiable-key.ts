import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Azure services that carry a mark of their service in a fixed place: 84 characters with `JQQJ99`, or 52 and 44 with a
 * short mark.
 * https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key-generic
 */
export const azureIdentifiableKey: Detector = {
  id: 'azure-identifiable-key',
  title: 'Azure service key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?<![A-Za-z0-9+\/])(?:[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{18}[A-Za-z0-9]{4}[A-Za-z0-9]{4}|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|[A-Za-z0-9+\/]{42}\+ACR[A-D][A-Za-z0-9+\/]{5}|[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]={0,2}|[A-Za-z0-9+\/]{33}(?:\+AIoT|\+ASb|\+AEh|\+ARm)[A-P][A-Za-z0-9+\/]{5}=|[A-Za-z0-9+\/]{76}(?:\+(?:ABa|AMC|ASt)|ACDb|APIM)[A-D][A-Za-z0-9+\/]{5}[AQgw]==)(?![A-Za-z0-9+\/=])/g,
  anchors: ['jqqj99', 'azse', '+acr', 'azfu', '+aiot', '+asb', '+aeh', '+arm', '+aba', '+amc', '+ast', 'acdb', 'apim'],
  verify: looksReal,
};
