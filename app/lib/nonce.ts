import { createContext } from 'react';

/** Nonce of the response's scripts. In the browser it is empty: nothing reads it there. */
export const NonceContext = createContext('');
