import type { Samples } from '../../types.ts';

const digits = '48213';
const hex = '3f9c1d7b5a2e8064'.repeat(2); // built here so that no token-like literal is committed
const uuid = ['3f9c1d7b', '5a2e', '4064', '9c1d', '7b5a2e80643f'].join('-');
const letters = 'prsulaenwakikbgqfvmjwo';
export default {
  hits: [
    `DATADOG_API_KEY=${hex}`,
    `"herokuKey": "${uuid}",`,
    `travis_TOKEN=${letters}`,
    `System.setProperty("ASANA_TOKEN", "${digits}${digits}${digits}7")`,
    `<dropboxToken>\n    ${letters.slice(0, 15)}\n</dropboxToken>`,
    `sonar.login = 'A7${hex}${hex.slice(0, 6)}'`,
    `{\\"datadogKey\\": \\"${hex}\\"}`,
    `STATUSPAGE_API_KEY ${uuid}`,
  ],
  misses: [
    `DATADOG_API_KEY=${hex.slice(0, 20)}`,
    `datadog is a service, ${hex}`,
    `heroku_key = "${'x'.repeat(32)}"`,
    'travis_token = os.environ["TRAVIS_TOKEN"]',
    'discord_token = your-token-here-as-an-example-1',
    `zoom level key: ${'3'.repeat(20)}`,
    `statuspage ${hex}`,
    `bitbucket client of the team ${letters}`,
    `Datadog trace id ${hex}`,
    `bugsnag event id: ${uuid}`,
    'upd_key = "some_other_name_here"',
  ],
} satisfies Samples;
