// Ids and captions of enumerations of OCSF 1.4.0. https://github.com/ocsf/ocsf-schema/blob/v1.4.0/dictionary.json

export const levels = { 0: 'Unknown', 1: 'Low', 2: 'Medium', 3: 'High', 99: 'Other' };
export const riskLevels = { 0: 'Info', 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Critical', 99: 'Other' };

export const activities = { 0: 'Unknown', 1: 'Create', 2: 'Update', 3: 'Close', 99: 'Other' };

export const dispositions = {
  ...{ 0: 'Unknown', 1: 'Allowed', 2: 'Blocked', 3: 'Quarantined', 4: 'Isolated', 5: 'Deleted', 6: 'Dropped' },
  ...{ 7: 'Custom Action', 8: 'Approved', 9: 'Restored', 10: 'Exonerated', 11: 'Corrected', 12: 'Partially Corrected' },
  ...{ 13: 'Uncorrected', 14: 'Delayed', 15: 'Detected', 16: 'No Action', 17: 'Logged', 18: 'Tagged', 19: 'Alert' },
  ...{ 20: 'Count', 21: 'Reset', 22: 'Captcha', 23: 'Challenge', 24: 'Access Revoked', 25: 'Rejected' },
  ...{ 26: 'Unauthorized', 27: 'Error', 99: 'Other' },
};

export const detectionSystems = {
  ...{ 0: 'Unknown', 1: 'Endpoint', 2: 'DLP Gateway', 3: 'Mobile Device Management' },
  ...{ 4: 'Data Discovery & Classification', 5: 'Secure Web Gateway', 6: 'Secure Email Gateway' },
  ...{ 7: 'Digital Rights Management', 8: 'Cloud Access Security Broker', 9: 'Database Activity Monitoring' },
  ...{ 10: 'Application-Level DLP', 11: 'Developer Security', 12: 'Data Security Posture Management', 99: 'Other' },
};

export const analyticTypes = {
  ...{ 0: 'Unknown', 1: 'Rule', 2: 'Behavioral', 3: 'Statistical', 4: 'Learning (ML/DL)', 5: 'Fingerprinting' },
  ...{ 6: 'Tagging', 7: 'Keyword Match', 8: 'Regular Expressions', 9: 'Exact Data Match', 10: 'Partial Data Match' },
  ...{ 11: 'Indexed Data Match', 99: 'Other' },
};

export const endpointTypes = {
  ...{ 0: 'Unknown', 1: 'Server', 2: 'Desktop', 3: 'Laptop', 4: 'Tablet', 5: 'Mobile', 6: 'Virtual', 7: 'IOT' },
  ...{ 8: 'Browser', 9: 'Firewall', 10: 'Switch', 11: 'Hub', 12: 'Router', 13: 'IDS', 14: 'IPS', 15: 'Load Balancer' },
  ...{ 99: 'Other' },
};
