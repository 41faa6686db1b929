import type { Samples } from '../../types.ts';

const body = 'q7Wz/E+r9t'.repeat(4); // 40 characters
export default {
  hits: [
    `aws_secret_access_key = ${body}`,
    `"secretAccessKey": "${body}"`,
    `AWS_SECRET_ACCESS_KEY='${body}'`,
    `{\\"awsSecretKey\\":\\"${body}\\"}`,
  ],
  misses: [
    `aws_secret_access_key = ${body}x`,
    `checksum = ${body}`,
    `aws_secret_access_key = ${'EXAMPLEKEY'.repeat(4)}`,
  ],
} satisfies Samples;
