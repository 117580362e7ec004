// POST and DELETE /api/my-account/picture (ours): a picture of oneself, redrawn, under an address that the avatar names.
import { ok, type Result } from '../../../contract/result.ts';
import type { AccountCaller, ManagementServices, Services } from '../ports.ts';
import { changeOwn } from './change-own.ts';

const longestSide = 512;

export async function uploadMyPicture(
	services: ManagementServices,
	caller: AccountCaller,
	file: Uint8Array
): Promise<Result<{ avatar: string }>> {
	const { images, ids, clock, origin } = services;
	const drawn = await images.redraw(file, { longestSide });
	if (!drawn.ok) return drawn;
	const { bytes, type } = drawn.value;
	const id = ids.token().slice(0, 32);
	const avatar = `${origin}/pictures/${id}.${type.slice('image/'.length)}`;
	const changed = await changeOwn(services, caller, {
		key: 'Account.Profile.Update',
		isProven: false,
		set: { avatar },
		also: (scope) => scope.pictures.put(caller.holder.user.id, { id, bytes, type, createdAt: clock.now() })
	});
	return changed.ok ? ok({ avatar }) : changed;
}

/** An avatar that lies elsewhere is taken away, too. */
export function removeMyPicture(services: Services, caller: AccountCaller): Promise<Result<undefined>> {
	return changeOwn(services, caller, {
		key: 'Account.Profile.Update',
		isProven: false,
		set: { avatar: null },
		also: (scope) => scope.pictures.remove(caller.holder.user.id)
	});
}

/** `file` is the end of a picture's address; undefined where there is none of that name. */
export async function findPicture({ store }: Pick<Services, 'store'>, file: string) {
	const [, id, extension] = /^([\w-]{32})\.(png|webp)$/.exec(file) ?? [];
	const picture = id === undefined ? undefined : await store.pictures.find(id);
	return picture?.type === `image/${extension}` ? picture : undefined;
}
