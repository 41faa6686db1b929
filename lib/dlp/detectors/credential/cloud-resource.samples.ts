import type { Samples } from '../../types.ts';

export default {
  hits: [
    'arn:aws:kms:us-east-1:003084325828:key/main',
    'aws_account_id=003084325828',
    'https://quarterly-numbers.s3.amazonaws.com/x',
    's3.amazonaws.com/quarterly-numbers/',
    'hats-and-more.myshopify.com',
    'corp-login.eu.auth0.com',
  ],
  misses: [
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'arn:aws:iam::123456789012:user/me',
    'arn:aws:s3:::logs/objects/1',
    'account: 003084325828',
    's3.amazonaws.com',
    'https://www.amazonaws.com/x',
  ],
} satisfies Samples;
