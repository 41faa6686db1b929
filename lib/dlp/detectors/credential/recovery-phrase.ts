import type { Detector } from '../../types.ts';

/**
 * Twelve to 24 lower-case words that a wallet gives to recover its keys, after words that say so.
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
export const recoveryPhrase: Detector = {
  id: 'recovery-phrase',
  title: 'Recovery phrase of a wallet',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?:(?:seed|recovery|mnemonic|backup|secret|wallet)[ _-]?(?:phrase|words)?|mnemonic)(?:[ ](?:is|for|of|to)[^\n:=]{0,30})?[\"\']?[ ]{0,2}[:=]?\s{1,4}[\"\'“]?(?<secret>[a-z]{3,8}(?:,?[ ][a-z]{3,8}){11,23})(?=[\"\'”.\s]|$)/gi,
  anchors: ['seed', 'recovery', 'mnemonic', 'backup', 'secret', 'wallet'],
  verify: isWordList,
};

/** Words of such a list are nouns and verbs; a sentence has little words. */
function isWordList(value: string): boolean {
  const words = value.split(/,? /);
  return words.length % 3 === 0 && !words.some((word) => common.has(word));
}

const common = new Set(
  'the and for are was not but has had you your with that this from they have will can all any its his her our out who how why were been than then them these those would could should which when where what there their must never every each into using use used may'.split(
    ' ',
  ),
);
