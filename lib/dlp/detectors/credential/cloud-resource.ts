import type { Detector } from '../../types.ts';

/**
 * Names that lead into the cloud of an organisation: its account numbers at AWS, alone or in the name of a resource, and the hosts
 * of its buckets, shops and tenants. They open nothing alone and are recorded, not asked about.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export const cloudResource: Detector = {
  id: 'cloud-resource',
  title: 'Name of a cloud resource',
  category: 'credential',
  severity: 'low',
  confidence: 0.6,
  pattern:
    /(?<![A-Za-z0-9])(?:arn:aws(?:-[a-z-]{2,8})?:[a-z0-9-]{2,24}:[a-z0-9-]{0,20}:(?!0{12}|123456789012|1{4}2{4}3{4})\d{12}:[\w+=,.@:\/-]{2,200}|aws_?account_?(?:id|number)?[\"\']?[ ]{0,2}[:=][ ]{0,2}[\"\']?(?<secret>(?!0{12}|123456789012|1{4}2{4}3{4})\d{12})(?!\d)|(?<![.-])[a-z0-9][a-z0-9.-]{1,62}\.(?:s3[.-](?:[a-z0-9-]{4,20}\.)?amazonaws\.com|storage\.googleapis\.com|blob\.core\.windows\.net|myshopify\.com|(?:us\.|eu\.|au\.|jp\.)?auth0\.com|okta(?:preview)?\.com)(?![\w.-])|(?:s3[.-](?:[a-z0-9-]{4,20}\.)?amazonaws\.com|storage\.googleapis\.com)\/[a-z0-9][a-z0-9._-]{2,62}(?=[\/\s\"\'?)]|$))/gi,
  anchors: ['arn:aws', 'account', 'amazonaws.com', 'storage.googleapis', 'blob.core', 'myshopify', 'auth0.com', 'okta'],
};
