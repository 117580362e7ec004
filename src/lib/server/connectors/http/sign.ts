// The signature that tells a receiver that a message is from this installation, whole, and recent.
import { createHmac } from 'node:crypto';

/**
 * `t=1767225600,v1=<hex>`: Unix seconds, and HMAC-SHA256 under the shared secret over `<t>.<body>`, the body as the
 * bytes that were sent. A receiver refuses what is older than five minutes.
 */
export function signBody(secret: string, body: string, atMs: number): string {
	const seconds = Math.floor(atMs / 1000);
	return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
