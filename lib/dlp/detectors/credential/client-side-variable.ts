import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User names and passwords in variables that build tools write into the page for everybody to read: `REACT_APP_`, `VITE_`,
 * `NEXT_PUBLIC_` and the like.
 * https://create-react-app.dev/docs/adding-custom-environment-variables/
 */
export const clientSideVariable: Detector = {
  id: 'client-side-variable',
  title: 'Account in a variable of a web page',
  category: 'credential',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_])(?:REACT_APP|VITE|NEXT_PUBLIC|EXPO_PUBLIC|GATSBY|NUXT_PUBLIC|VUE_APP|PUBLIC)_(?:[A-Z0-9]{1,20}_){0,4}(?:USER(?:NAME)?|LOGIN|PASS(?:WORD|WD)?|PWD|SECRET)[ ]?=[ ]?[\"\']?(?<secret>[^\s\"\'#$<{]{3,100})/g,
  verify: (value) => !isPlaceholder(value),
};
