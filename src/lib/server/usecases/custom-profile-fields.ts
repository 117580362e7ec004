// The catalogue of profile fields, one field at a time. It is part of the settings, and held to their rules.
import type { ProfileFieldAnswer, ProfileFieldBody, ProfileFieldOrder } from '../../contract/custom-profile-fields.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { MachineCaller, Services } from './ports.ts';
import { changeSettings } from './change-settings.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'settings'>;
type Fields = Settings['customProfileFields'];

export async function listProfileFields({ settings }: Pick<Needs, 'settings'>): Promise<Result<ProfileFieldAnswer[]>> {
	return ok((await settings()).customProfileFields.map(show));
}

export async function readProfileField(
	{ settings }: Pick<Needs, 'settings'>,
	name: string
): Promise<Result<ProfileFieldAnswer>> {
	return find((await settings()).customProfileFields, name);
}

export async function addProfileField(
	services: Needs,
	caller: MachineCaller,
	field: ProfileFieldBody
): Promise<Result<ProfileFieldAnswer>> {
	const written = await change(services, caller, ({ customProfileFields }) =>
		ok({ customProfileFields: [...customProfileFields, field] })
	);
	return written.ok ? find(written.value.customProfileFields, field.name) : written;
}

/** The whole field; its name and its type stay. */
export async function replaceProfileField(
	services: Needs,
	caller: MachineCaller,
	name: string,
	field: ProfileFieldBody
): Promise<Result<ProfileFieldAnswer>> {
	const written = await change(services, caller, ({ customProfileFields }) => {
		const before = customProfileFields.find((known) => known.name === name);
		if (!before) return unknown(name);
		const kept = field.name === name && field.type === before.type;
		if (!kept) return refuse('guard.invalid_input', { data: { field: 'name', detail: 'name and type cannot change' } });
		return ok({ customProfileFields: customProfileFields.map((known) => (known === before ? field : known)) });
	});
	return written.ok ? find(written.value.customProfileFields, name) : written;
}

/** Sign-up no longer asks for it; what people have filled in stays with them. */
export async function dropProfileField(
	services: Needs,
	caller: MachineCaller,
	name: string
): Promise<Result<undefined>> {
	const written = await change(services, caller, ({ customProfileFields, signUpProfileFields, accountCenter }) => {
		const left = customProfileFields.filter((known) => known.name !== name);
		if (left.length === customProfileFields.length) return unknown(name);
		const without = (taken: { name: string }[] | null) => taken?.filter((known) => known.name !== name) ?? null;
		return ok({
			customProfileFields: left,
			signUpProfileFields: without(signUpProfileFields),
			accountCenter: { ...accountCenter, profileFields: without(accountCenter.profileFields) }
		});
	});
	return written.ok ? ok() : written;
}

/** Those that are not named keep their places among themselves, behind. */
export async function orderProfileFields(
	services: Needs,
	caller: MachineCaller,
	{ order }: ProfileFieldOrder
): Promise<Result<ProfileFieldAnswer[]>> {
	const placeOf = new Map(order.map(({ name, sieOrder }) => [name, sieOrder]));
	const written = await change(services, caller, ({ customProfileFields }) => {
		const stranger = order.find(({ name }) => !customProfileFields.some((field) => field.name === name));
		if (stranger) return unknown(stranger.name);
		const place = ({ name }: Fields[number]) => placeOf.get(name) ?? Infinity;
		return ok({ customProfileFields: customProfileFields.toSorted((one, other) => compare(place(one), place(other))) });
	});
	return written.ok ? ok(written.value.customProfileFields.map(show)) : written;
}

function compare(one: number, other: number): number {
	return one === other ? 0 : one - other;
}

function change(
	services: Needs,
	caller: MachineCaller,
	follow: (before: Settings) => Result<Partial<Settings>>
): Promise<Result<Settings>> {
	return changeSettings(services, caller, { wanted: follow });
}

function find(fields: Fields, name: string): Result<ProfileFieldAnswer> {
	const index = fields.findIndex((field) => field.name === name);
	const field = fields[index];
	return field ? ok(show(field, index)) : unknown(name);
}

function show(field: Fields[number], index: number): ProfileFieldAnswer {
	return {
		id: field.name,
		tenantId: 'default',
		name: field.name,
		type: field.type,
		label: field.label ?? '',
		description: field.description ?? null,
		required: field.required,
		config: { ...field.config },
		sieOrder: index + 1
	};
}

function unknown(name: string) {
	return refuse('entity.not_found', { data: { id: name } });
}
