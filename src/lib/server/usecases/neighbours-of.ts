// Whom a caller who wants a text message is among. Mail costs nothing, and an attacker owns as much of it as he likes.
import { countryOfPhone } from '../../contract/identifier.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { neighbourhoodOf } from '../core/rules/network.ts';
import type { Neighbours } from '../core/rules/sends/neighbours.ts';

export function neighboursOf(ip: string, { type, value }: CodeIdentifier): Neighbours | undefined {
	if (type !== 'phone') return undefined;
	return { neighbourhood: neighbourhoodOf(ip), country: countryOfPhone(value) ?? '' };
}
