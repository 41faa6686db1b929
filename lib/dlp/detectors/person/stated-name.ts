import type { Detector } from '../../types.ts';

/** Names of nobody, and words that begin with a capital letter where a name is expected. */
const nobody =
  /^J(?:ane|ohn) (?:Doe|Smith)\b|^(?:Your|The|What|Not|Unknown|Foo|Bar|Test|Example|Anonymous|Null|None|User|Name)\b/;

/**
 * A name that a person states as a name: `my name is`, a field for a first or last name, the end of a letter.
 * https://www.w3.org/International/questions/qa-personal-names
 */
export const statedName: Detector = {
  id: 'stated-name',
  title: 'Person’s name',
  category: 'person',
  severity: 'low',
  pattern:
    /(?<![\wÀ-ÿ])(?:(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir) (?:full )?name is|[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Mm]ijn naam is|(?:[Ff]irst|[Ll]ast|[Ff]amily|[Gg]iven|[Mm]iddle|[Mm]aiden) ?[Nn]ame:|[Ss]urname:|Vorname:|Nachname:|Familienname:|Prénom ?:|Nom de famille ?:|Nombre y apellidos?:|Apellidos?:|Cognome:|(?:Sincerely|Kind regards|Best regards|Yours truly|Mit freundlichen Grüßen|Cordialement|Saludos),\n{1,3}) ?(?<secret>[A-ZÀ-ÞĀ-ʯΆ-ΫЀ-Я][a-zß-ÿĀ-ʯά-ώа-џ'’]{1,20}(?:[ -](?:(?:van|von|de|da|di|der|den|la|le|al|bin) ){0,2}[A-ZÀ-ÞĀ-ʯΆ-ΫЀ-Я](?:\.|[a-zß-ÿĀ-ʯά-ώа-џ'’]{1,20}){1,2}){1,3}|[֐-\u1fff\u3040-\ud7ff]{2,16}(?: [֐-\u1fff\u3040-\ud7ff]{1,16}){0,2})(?![\wà-ÿ])/g,
  anchors: [
    'name is', 'name ist', 'name:', 'ich hei', 'appelle', 'llamo', 'nombre', 'chiamo', 'meu nome', 'naam is', 'apellido', 'nom:', 'nom :', 'famille',
    'cognome', 'sincerely', 'regards', 'truly', 'freundlichen', 'cordialement', 'saludos',
  ], // prettier-ignore
  confidence: 0.6,
  verify: (name) => !nobody.test(name),
};
