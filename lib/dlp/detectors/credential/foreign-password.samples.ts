import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', '!x'].join('');
export default {
  hits: [
    `пароль: ${value}`,
    `Пароль от сервера: ${value}`,
    `密码是${value}`,
    `パスワードは${value}です`,
    `비밀번호: ${value}`,
    `hasło do serwera: ${value}`,
    `lösenordet är ${value}`,
    `şifre: ${value}`,
    `아이디(carol) 비밀번호(${value})`,
    `패스워드 ${value}`,
  ],
  misses: [
    'пароль: неверный',
    '密码是错误的',
    'hasło: <hasło>',
    'パスワード: ${PASSWORD}',
    'şifre: unuttum',
    '비밀번호(필수)',
    '비번 changed',
  ],
} satisfies Samples;
