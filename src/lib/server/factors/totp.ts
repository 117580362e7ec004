// Time-based codes by otplib (RFC 6238), and the picture that an authenticator app reads.
import { generateSecret, generateURI, verify } from 'otplib';
import { renderSVG } from 'uqr';
import type { Totp } from '../usecases/ports.ts';

/** A step early or late: clocks differ and people are slow. */
const toleranceSeconds = 30;

/** `now` in epoch milliseconds. */
export function createTotp(now: () => number = Date.now): Totp {
	return {
		generateSecret: () => generateSecret({ length: 20 }),

		async findStep(secret, code) {
			const token = code.replace(/\s/g, '');
			if (!/^\d{6}$/.test(token)) return undefined;
			const epoch = Math.floor(now() / 1000);
			const result = await verify({ secret, token, epoch, epochTolerance: toleranceSeconds });
			return result.valid && 'timeStep' in result ? result.timeStep : undefined;
		},

		describe(secret, issuer, account) {
			const uri = generateURI({ issuer, label: account, secret });
			const svg = renderSVG(uri, { border: 2 });
			return { uri, qrCode: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
		}
	};
}
