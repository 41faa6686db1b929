import { useEffect, useState } from 'react';
import type { Reply } from './api.ts';

/** What `load` answers for `key`; `undefined` until it does. A late answer to an earlier key is dropped. */
export function useLoad<Value>(load: () => Promise<Reply<Value>>, key: string): Reply<Value> | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly reply: Reply<Value> }>();
  useEffect(() => {
    let wanted = true;
    void load().then((reply) => {
      if (wanted) setLoaded({ key, reply });
    });
    return () => {
      wanted = false;
    };
    // `load` is made anew at each render; `key` says what it loads.
  }, [key]);
  return loaded?.key === key ? loaded.reply : undefined;
}
