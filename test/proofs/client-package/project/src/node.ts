import { cancelOne } from './cancel.js';

declare const process: { readonly argv: readonly string[] };

const [url = '', paymentId = ''] = process.argv.slice(2);
console.log(JSON.stringify(await cancelOne(url, paymentId)));
