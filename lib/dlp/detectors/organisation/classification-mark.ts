import type { Detector } from '../../types.ts';

/**
 * Marks that an organisation puts on its documents, and the Traffic Light Protocol above green.
 * https://www.first.org/tlp/
 */
export const classificationMark: Detector = {
  id: 'classification-mark',
  title: 'Classification mark',
  category: 'organisation',
  severity: 'medium',
  pattern:
    /(?<![\w])(?:TLP:[ ]?(?:RED|AMBER(?:\+STRICT)?)|(?:STRICTLY |COMPANY |HIGHLY |PRIVATE (?:AND|&) )?CONFIDENTIAL(?:[ ]{0,2}[-–—:\/][ ]{0,2}(?:internal|do not|not for)[A-Za-z ]{0,30})?|(?:FOR )?INTERNAL USE ONLY|COMPANY (?:INTERNAL|PROPRIETARY)|TRADE SECRET[ ]?[-–—:]|ATTORNEY[- ]CLIENT PRIVILEGED?|PRIVILEGED (?:AND|&) CONFIDENTIAL|NOT FOR (?:DISTRIBUTION|PUBLIC RELEASE)|(?:STRENG )?VERTRAULICH|NUR FÜR DEN INTERNEN GEBRAUCH|STRICTEMENT CONFIDENTIEL|CONFIDENTIEL|DIFFUSION INTERNE|USAGE INTERNE UNIQUEMENT|ESTRICTAMENTE CONFIDENCIAL|CONFIDENCIAL|USO INTERNO|STRETTAMENTE RISERVATO|RISERVATO|STRIKT VERTROUWELIJK|POUFNE|ŚCIŚLE TAJNE)(?![\w])|(?<=(?:[Cc]lassification|[Ss]ensitivity|[Ee]instufung|[Kk]lassifizierung|[Cc]lassificazione|[Cc]lasificación)(?: level)?[ ]?:[ ]{0,2})(?:(?:[Ss]trictly |[Hh]ighly )?[Cc]onfidential|[Rr]estricted|[Ss]ecret|[Ii]nternal(?: only)?|(?:[Ss]treng )?[Vv]ertraulich|[Cc]onfidentiel|[Cc]onfidencial|[Rr]iservato)(?![\w])|(?<=^|[【［(\[\n])(?:社外秘|部外秘|取扱注意|極秘|机密|機密|绝密|秘密|대외비|기밀)(?=$|[】］)\]\r\n])/g,
  anchors: ['tlp:', 'confidential', 'internal use', 'company internal', 'proprietary', 'trade secret', 'privileged', 'not for', 'vertraulich', 'internen gebrauch', 'confidentiel', 'diffusion interne', 'usage interne', 'confidencial', 'uso interno', 'riservato', 'vertrouwelijk', 'poufne', 'ściśle', 'classification', 'sensitivity', 'einstufung', 'klassifizierung', 'classificazione', 'clasificación', '社外秘', '部外秘', '取扱注意', '極秘', '机密', '機密', '绝密', '秘密', '대외비', '기밀'], // prettier-ignore
};
