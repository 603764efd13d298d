import introspection from '@cancellation-gateway/client/possible-types.json' with { type: 'json' };
import { cancelOne } from './cancel.js';

const { searchParams } = new URL(location.href);
const report = await cancelOne(searchParams.get('url') ?? '', searchParams.get('paymentId') ?? '');
const unions = Object.keys(introspection.possibleTypes).length;
document.title = JSON.stringify({ ...report, unions });
