import { contentMatches, socketMatches, uploadMatches } from './lib/sites/chatgpt/hosts.ts';

/** Every permission of the manifest with its reason. The manifest and `docs/permissions.md` are both made from this table. */
export const permissions = {
  storage: 'Keeps the policy in force and the membership, and reads what IT set (managed storage).',
  unlimitedStorage: 'The ledger of everything that was sent must not be thrown away when the disk gets full.',
  alarms:
    'Fetches the policy and sends waiting incidents although the browser stops the service worker when it is idle.',
  offscreen:
    'Reads the text of documents and archives and the captions of pictures before they are attached, and checks long texts, in a page of its own: what is too large for every tab, would hold it up, or may not be trusted.',
  scripting: 'Brings the dialog into the page when the first finding needs it, and not before.',
  webNavigation: 'Closes a tab’s prompt requests the moment it navigates, until the new page’s gates have checked in.',
  webRequest:
    'The network gate looks at the bytes that leave, among them those of workers, which no page gate can see.',
  webRequestBlocking:
    'Lets the network gate stop a request. Browsers grant it to installations by policy, and Firefox always.',
  declarativeNetRequestWithHostAccess:
    'Rules of the browser itself keep prompt requests closed until a tab’s gates are there, and take the text out of links.',
} as const;

export const hostPermissions: readonly { readonly hosts: readonly string[]; readonly reason: string }[] = [
  { hosts: contentMatches, reason: 'The pages that are guarded, and the addresses their prompts go to.' },
  {
    hosts: uploadMatches,
    reason:
      'Attached files go to these hosts: the network gate looks at what the product puts there, and at nothing else.',
  },
  { hosts: socketMatches, reason: 'The network gate sees a socket being opened only with this pattern.' },
];
