import type { Samples } from '../../types.ts';

const value = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('');
const id = ['5e1f27ab', '9c40', '4d7e', '8b63', '02fa91d8ce74'].join('-');
const hex = ['c41f7a', '9e20b6', 'd3580e', '71fa4c', '92d6b8', '05'].join('');
const signed = ['3-yok9yrqs_6f0yn48=', 'mqmzcvu_zm-jjap62d+', 'zuwfdd1lfg2/wdnn'].join('');
export default {
  hits: [
    `SERVICE_TOKEN=${value}`,
    `"license-key": "${value}"`,
    `setProperty("ACME_TOKEN", "${value}")`,
    `acme_api_key: "${id}"`,
    `acmeToken := '${signed}'`,
    `<acmeToken>\n    ${value}\n</acmeToken>`,
    `the token ${value.slice(0, 16)} is new`,
    `export ACME_API_TOKEN=${['YXNk', 'ZmZm', 'ZmQt', 'HnWb'].join('')}_rWvXqTz`,
    `client secret (${value})`,
    `<secret>{acme AQAA ${value}}</secret>`,
    `func getAcmeToken() string { return "${value}" }`,
    `acmeSecret := " ${value} "`,
    `key: "${['XqVk', 'p318Kt', 'mjhRGo', 'QBiLMNv'].join('')}"`,
    `Environment.GetEnvironmentVariable("API_TOKEN") ?? "${value}"`,
    `{"log":"{\\\\\"token\\\\\":\\\\\"${value}\\\\\"}"}`,
    `acme-secret-${id}`,
    `acme-apikey-${hex}`,
    `NUMERIC_API_KEY: 19254831${hex.replace(/[^0-9]/g, '')}50783076`,
    `checklyToken=${value}`,
  ],
  misses: [
    `commit_hash: ${value}`,
    `public_key = "${value}"`,
    `key_id=${value}`,
    'token: 123e4567-e89b-12d3-a456-426614174000',
    `session_token_id: ${id}`,
    `user_id = ${id}`,
    'cacheKey = "some-long-name-of-a-cache-entry-2024"',
    'apiToken = process.env.SERVICE_API_TOKEN_2',
    'the token expiresAtMidnight is a name',
    'export ACME_TOKEN=readFromTheKeyringFile',
    'the key EnvironmentV2Settings',
    '<key>{ cache AccountServiceV2 }</key>',
    'getToken() { return "the-value-of-the-field" }',
    'key: CustomerServiceAccountV2',
    `user-key-${id}`,
    `api_key: 1700000000000`,
    `checksum_key: ${value}`,
    `gpg --recv-keys ${'0F9C3A7B51'.repeat(4)}`,
    `Release GPG key: ${'0F9C3A7B51'.repeat(4)}`,
    'if key_cert_alg is PBESv1SHA1And3KeyTripleDESCBC:',
  ],
} satisfies Samples;
