// Pictures of a brand: uploaded by a machine, redrawn, and shown to everybody under an address that never changes.
import type { AssetAnswer } from '../../contract/assets.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Asset, MachineCaller, ManagementServices, Services } from './ports.ts';
import { changeRecorded } from './record-change.ts';

type Needs = Pick<ManagementServices, 'store' | 'clock' | 'hasher' | 'images'>;

export async function listAssets({ store }: Pick<Services, 'store'>): Promise<Result<AssetAnswer[]>> {
	return ok((await store.assets.list()).map(show));
}

export async function addAsset(services: Needs, caller: MachineCaller, file: Uint8Array): Promise<Result<AssetAnswer>> {
	const { clock, hasher, images } = services;
	const drawn = await images.redraw(file);
	if (!drawn.ok) return drawn;
	const picture = drawn.value;
	const id = hasher.hmac('asset', Buffer.from(picture.bytes).toString('base64')).slice(0, 32);
	const asset = { ...picture, id, createdAt: clock.now() };
	return changeRecorded(services, caller, 'Management.Asset.Create', async ({ assets }) => {
		await assets.put(asset);
		return ok(show(asset));
	});
}

/** Pages whose settings still name it show no picture there. */
export function dropAsset(
	services: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	id: string
): Promise<Result<undefined>> {
	return changeRecorded<undefined>(services, caller, 'Management.Asset.Delete', async ({ assets }) =>
		(await assets.remove(id)) ? ok() : refuse('entity.not_exists_with_id', { data: { id } })
	);
}

/** `file` is the end of an asset's address; undefined where there is none of that name. */
export async function findAsset({ store }: Pick<Services, 'store'>, file: string): Promise<Asset | undefined> {
	const [, id, extension] = /^([\w-]{32})\.(png|webp)$/.exec(file) ?? [];
	const asset = id === undefined ? undefined : await store.assets.find(id);
	return asset?.type === `image/${extension}` ? asset : undefined;
}

/** The address says the size, so that pages know it without asking. */
function show({ id, type, width, height, createdAt }: Omit<Asset, 'bytes'>): AssetAnswer {
	return {
		id,
		url: `/assets/${id}.${type.slice('image/'.length)}?size=${width}x${height}`,
		type,
		width,
		height,
		createdAt
	};
}
