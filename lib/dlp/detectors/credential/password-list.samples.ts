import type { Samples } from '../../types.ts';

const [one, two] = [['Tr0ub', '4dor&', '3x'].join(''), ['Xy7$k', 'Lm2', 'pQ'].join('')];
const key = ['q8Zt3', 'LmX0p', 'Vw7Rk', 'Y2nBc', '5DfG'].join('');
export default {
  hits: [
    `passwords:\n  - ${one}\n  - ${two}\n`,
    `{"passwords": ["${one}", "${two}"]}`,
    `const passwords = [\n  '${one}', // the old one\n  '${two}',\n];`,
    `api_keys = ("${key}",)`,
    `Passwords\n---------\n- web01: ${one}\n- db02: ${two}`,
    `The wifi passwords for the office:\n1. ${one} (ground floor)\n2. ${two}`,
    `tokens:\n  web: ${key}\n`,
    `Our passwords are ${one}, ${two} and abc.`,
    `{"dbPasswords": {"web": "${one}", "db": "${two}"}}`,
    `Hier sind die Passwörter:\n* ${one}\n`,
    `{\\"passwords\\":[\\"${one}\\",\\"${two}\\"]}`,
    `var passwords = []string{"${one}", "${two}"}`,
    `passwords:\n  web:\n    admin: ${one}\n`,
    `## Passwords\n\n- **Büro-WLAN:** ${one}\n\n- Web (prod): ask Bob first\n- ${two} – the old one\n`,
    `Passwords:\n${one}\n${two}`,
    `> Passwords:\n> - ${one}\n`,
    `Tokens:\nnone\nPasswords:\n${one}\n`,
    `[passwords]\nweb = "${one}"\n`,
    `{"passwords": [{"id": 1, "value": "${one}"}]}`,
  ],
  misses: [
    'Passwords:\n- must have 8 characters\n- are changed every 90 days\n',
    'passwords: [minLength, maxLength, hasDigit]',
    '{"tokens": ["access", "refresh"], "max_tokens": [4096, 8192]}',
    'secrets:\n  - GITHUB_TOKEN\n  - NPM_TOKEN\n',
    'The passwords are encrypted, salted and hashed with bcrypt.',
    'The tokens are used, renewed and stored.',
    'Object.keys({ "a": "b1" })',
    'const passwords = ["changeme", "password"];',
    'hotkeys:\n  - Ctrl+C\n  - Ctrl+V1\n',
    "// passwords\n    'signon.autofillForms': false,\n    // others\n",
    '## Passwörter\n- Länge\n- Ändern\n- Zurücksetzen\n',
    '## Passwords\n- [Reset](#reset)\n- https://acme.com/reset?x=1\n- admin@acme.com\n- (#889)\n- `getPw2()`\n',
    'passwords:\n  expires: 2025-01-01\n  lockout: 00:15:00\n',
  ],
} satisfies Samples;
