import type { Samples } from '../../types.ts';

export default {
  hits: ['uid: CHE-514.352.293', 'the uid is "CHE-196.717.097" here', 'uid CHE-206.210.672'],
  misses: ['_CHE-514.352.293', 'uid: CHE-196.717.09771', 'the part CHE-206.210.672x9 is there', 'uid: CHE-229.158.092'],
} satisfies Samples;
