/** What passwords are called, in languages whose word is written in ASCII. */
export const passwordWords =
  'password|passwd|passphrase|passcode|passwort|kennwort|wachtwoord|contrase[ñn]a|mot de passe|parola d.ordine|palavra.passe';
/** Words that are also parts or ordinary words of others: they count alone, and with a sign or a verb after them. */
export const shortPasswordWords =
  'pass|p\\/w|pw|pwd|psw|pswd|mdp|senha|clave|parola|passord|adgangskode|salasana|heslo|haslo|lozinka|parool|jelsz[oó]|sifre|parol';
/** Literals of which one stands in each of the words above. */
export const passwordAnchors: readonly string[] =
  'pass,pw,p/w,psw,pswd,kennwort,wachtwoord,contrase,mot de,mdp,senha,clave,parol,parool,adgangskode,salasana,heslo,haslo,lozinka,jelsz,sifre'.split(
    ',',
  );
/** What stands before a user name. */
export const userWords =
  'user[ _-]?(?:name|id)?|login|account|benutzer(?:name)?|usuario|utilisateur|identifiant|utente|e-?mail|uid|id';
/** Between a noun and what it is: ` is`, `'s now`, ` lautet`. */
export const verbs =
  "(?:['’]s|[ ](?:is|was|will be|are|equals|lautet|ist|war|est|était|es|era|é|è|är|er|je|(?:re)?set to|changed to))(?:[ ](?:now|currently|still|always|just|simply|set|reset|changed|updated|again|to|as|jetzt|nun|aktuell|maintenant|ahora|agora|adesso|nu|teraz)){0,3}[ ]?:?[ ]{1,2}";
/** ` for the server`, ` on web01`: what a noun belongs to. */
export const belonging =
  '(?:[ ](?:for|of|to|on|at|in|from|by|von|für|vom|zum|auf|im|pour|du|de|del|della|di|para|do|da|voor|van|for|til|till|na|do)[ ][^\\n:=,;]{1,40}?)?';
