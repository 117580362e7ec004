// Pictures of a brand: uploaded by a machine, redrawn, and shown to everybody under an address that never changes.
import type { AssetAnswer } from '../../contract/assets.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Asset, MachineCaller, ManagementServices, Services } from './ports.ts';
import { recordChange } from './record-change.ts';

type Needs = Pick<ManagementServices, 'store' | 'clock' | 'hasher' | 'images'>;

export async function listAssets({ store }: Pick<Services, 'store'>): Promise<Result<AssetAnswer[]>> {
	return ok((await store.assets.list()).map(show));
}

export async function addAsset(
	{ store, clock, hasher, images }: Needs,
	caller: MachineCaller,
	file: Uint8Array
): Promise<Result<AssetAnswer>> {
	const picture = await images.redraw(file);
	if (!picture) {
		const detail = 'is no PNG, JPEG or WebP that can be drawn';
		return refuse('guard.mime_type_not_allowed', { data: { field: 'file', detail } });
	}
	const id = hasher.hmac('asset', Buffer.from(picture.bytes).toString('base64')).slice(0, 32);
	const asset = { ...picture, id, createdAt: clock.now() };
	await store.assets.put(asset);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Asset.Create');
	return ok(show(asset));
}

/** Pages whose settings still name it show no picture there. */
export async function dropAsset(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	id: string
): Promise<Result<undefined>> {
	if (!(await store.assets.remove(id))) return refuse('entity.not_exists_with_id', { data: { id } });
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Asset.Delete');
	return ok();
}

/** `file` is the end of an asset's address; undefined where there is none of that name. */
export async function findAsset({ store }: Pick<Services, 'store'>, file: string): Promise<Asset | undefined> {
	const [, id, extension] = /^([\w-]{32})\.(png|webp)$/.exec(file) ?? [];
	const asset = id === undefined ? undefined : await store.assets.find(id);
	return asset?.type === `image/${extension}` ? asset : undefined;
}

function show({ id, type, width, height, createdAt }: Omit<Asset, 'bytes'>): AssetAnswer {
	return { id, url: `/assets/${id}.${type.slice('image/'.length)}`, type, width, height, createdAt };
}
