import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
export default {
  hits: [
    `mysqli_connect("localhost", "shop", "${value}", "shop");`,
    `new PDO('mysql:host=db', 'app', '${value}')`,
    `DriverManager.getConnection(url, "scott", "${value}")`,
    `smtp.login('mailer', '${value}')`,
    `GraphDatabase.driver(uri, auth=AuthTokens.basic("neo4j", "${value}"))`,
    `jwt.sign(payload, '${value}')`,
    `createHmac('sha256', "${value}")`,
    `driver.find_element(By.ID, "password").send_keys("${value}")`,
    `page.fill('#password', '${value}')`,
    `cy.get('input[name="password"]').type('${value}')`,
    `jdbc:oracle:thin:scott/${value}@//db:1521/x`,
    `jdbc:oracle:thin:scott/R@C_${value}@(DESCRIPTION=(ADDRESS=(HOST=db)))`,
    `new DirectoryEntry("LDAP://corp", "corp\\\\carol", "${value}")`,
    `webpush.setVapidDetails('mailto:bob@corp.test', '${'BKa3'.repeat(22)}', '${'k7Qz'.repeat(11)}')`,
    `DBI->connect('dbi:Pg:dbname=app', 'carol', '${value}')`,
  ],
  misses: [
    'mysqli_connect($host, $user, $password)',
    'smtp.login(user, password)',
    `smtp.login('user', 'password')`,
    `createHmac('sha256', secret)`,
    `jwt.verify(token, 'RS256')`,
    `page.fill('#password', password)`,
    `page.fill('#username', '${value}')`,
    'webpush.setVapidDetails(subject, publicKey, privateKey)',
    'DBI->connect($dsn, $user, $pass)',
    "createCipher('3DES-CBC', key)",
    "jwt.verify(token, 'wrong-secret')",
  ],
} satisfies Samples;
