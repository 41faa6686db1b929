/** Addresses for documents, of RFC 5737: three networks of 254 hosts. */
const networks = ['192.0.2', '198.51.100', '203.0.113'];
const hosts = 254;
/**
 * A value of the same form as one that a detector found, from a range that belongs to nobody: it keeps a table or a program readable by
 * machines. `number` counts from 1. `undefined` where no such range is known, or it is used up.
 */
export function lookalikeFor(detector: string, value: string, number: number): string | undefined {
  switch (detector) {
    case 'email': // RFC 2606, 3
      return `user${String(number)}@example.com`;
    case 'ip-address':
      return value.includes(':') ? `2001:db8::${number.toString(16)}` : addressAt(number); // RFC 3849
    case 'mac-address': // RFC 9542, 2.1.2
      return number <= 256 ? `00:00:5e:00:53:${(number - 1).toString(16).padStart(2, '0')}` : undefined;
    default:
      return undefined;
  }
}

function addressAt(number: number): string | undefined {
  const network = networks[Math.floor((number - 1) / hosts)];
  return network === undefined ? undefined : `${network}.${String(((number - 1) % hosts) + 1)}`;
}
