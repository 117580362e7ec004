// One canonical form per identifier: phone as E.164 digits without `+`, email as NFC with an IDNA domain.
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { CodeIdentifier } from './schemas.ts';
import { ok, refuse, type Result } from './result.ts';

/** Spacing that people type inside a number; anything else around the digits is refused (R23). */
const phoneCharacters = /^\+?[\d\s().\-/]{3,40}$/;
const longestPhoneInput = 64;
/** Marks that phone books put around a copied number: direction isolates and embeddings. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const invalidPhone = refuse('user.invalid_phone');
const invalidEmail = refuse('user.invalid_email');

export type Phone = {
	/** Digits with country code, no `+` (Logto's wire form). */
	digits: string;
	/** ISO 3166-1 alpha-2; undefined for numbers that belong to no country. */
	country: string | undefined;
};

/** The wire form: `8613800138000`. A national leading zero after the country code is dropped, Italy's is kept. */
export function parsePhoneDigits(value: string): Result<Phone> {
	if (!/^\d{5,16}$/.test(value)) return invalidPhone;
	return toPhone(parsePhoneNumberFromString(`+${value}`));
}

/** What a person typed or pasted beside a chosen country; full-width digits and spacing are welcome. */
export function parsePhoneInput(input: string, country: string): Result<Phone> {
	if (input.length > longestPhoneInput) return invalidPhone;
	const text = input.replace(directionMarks, '').trim().normalize('NFKC');
	if (!phoneCharacters.test(text)) return invalidPhone;
	const international = text.startsWith('00') ? `+${text.slice(2)}` : text;
	return toPhone(parsePhoneNumberFromString(international, country as CountryCode));
}

/** `+86 138 0013 8000`: how a number is shown. */
export function formatPhone(digits: string): string {
	return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}

/**
 * A number that was written with its country code, in two parts: how a field beside that country's code shows it
 * (`138 0013 8000`). Undefined for everything else.
 */
export function splitPhone(input: string): { country: string; national: string } | undefined {
	const phone = parsePhoneInput(input, '');
	const number = phone.ok ? parsePhoneNumberFromString(`+${phone.value.digits}`) : undefined;
	if (!number?.country) return undefined;
	const national = number.formatInternational().slice(`+${number.countryCallingCode}`.length).trim();
	return { country: number.country, national };
}

export function countryOfPhone(digits: string): string | undefined {
	return parsePhoneNumberFromString(`+${digits}`)?.country;
}

/** Whether text messages can reach it without a fee for the caller: no premium, toll-free or satellite line. */
export function isMobilePhone(digits: string): boolean {
	const type = parsePhoneNumberFromString(`+${digits}`)?.getType();
	return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}

const localPart = /^[^\s"(),:;<>@[\\\]]{1,64}$/u;
const domainName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** Control, format (bidi, zero-width) and unassigned characters never belong in an address (R24). */
const invisible = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Z}]/u;

/** Normalised before it is validated or compared; the local part is case-folded, as every large mail host does. */
export function parseEmail(input: string): Result<string> {
	if (input.length > 320) return invalidEmail;
	const text = input.trim().normalize('NFC');
	if (invisible.test(text)) return invalidEmail;
	const at = text.lastIndexOf('@');
	// A small letter may be one with its mark where the capital is not: `J̌`.
	const local = text.slice(0, at).toLowerCase().normalize('NFC');
	const domain = toAsciiDomain(text.slice(at + 1));
	if (at < 1 || !localPart.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
		return invalidEmail;
	}
	if (!domainName.test(domain)) return invalidEmail;
	const address = `${local}@${domain}`;
	return address.length <= 256 ? ok(address) : invalidEmail;
}

/** The canonical spelling of what the API was given, or the problem that names the wrong field. */
export function canonicalIdentifier(identifier: CodeIdentifier): Result<CodeIdentifier> {
	if (identifier.type === 'email') {
		const email = parseEmail(identifier.value);
		return email.ok ? ok({ type: 'email', value: email.value }) : email;
	}
	const phone = parsePhoneDigits(identifier.value);
	return phone.ok ? ok({ type: 'phone', value: phone.value.digits }) : phone;
}

function toPhone(number: ReturnType<typeof parsePhoneNumberFromString>): Result<Phone> {
	if (!number?.isValid() || number.ext) return invalidPhone;
	return ok({ digits: number.number.slice(1), country: number.country });
}

/** WHATWG URL host parsing applies IDNA (UTS #46); `＠`-like look-alikes in the domain do not survive it. */
function toAsciiDomain(domain: string): string {
	if (/[/\\?#:@[\]%]/.test(domain)) return '';
	try {
		return new URL(`http://${domain}`).hostname;
	} catch {
		return '';
	}
}
