import type { Detector } from '../../types.ts';

/**
 * Credentials of the Sidekiq gem servers, as Bundler takes them from the environment and in addresses.
 * https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ
 */
export const sidekiqCredential: Detector = {
  id: 'sidekiq-credential',
  title: 'Sidekiq credential',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:BUNDLE_(?:ENTERPRISE|GEMS|PRO)__CONTRIBSYS__COM\w{0,16}["'`]?(?:,[ ]{0,2}|\)?[ \t]{0,4}[?:]?[:=]{1,2}>?[ \t]{0,4}|>\s{0,12})["'`]?(?<secret>[a-f0-9]{8}:[a-f0-9]{8})|https?:\/\/(?<secret2>[a-f0-9]{8}:[a-f0-9]{8})@(?:gems|enterprise)\.contribsys\.com)(?![a-f0-9])/gi,
  anchors: ['contribsys'],
};
