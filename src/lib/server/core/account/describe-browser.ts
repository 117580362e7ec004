// The name of a browser and of its system, for its owner to recognise. Rough on purpose: nothing is decided by it.

/** In this order: most call themselves by older names, too. */
const browsers: [string, RegExp][] = [
	['WeChat', /MicroMessenger\//],
	['DingTalk', /DingTalk\//],
	['Alipay', /AlipayClient\//],
	['QQ Browser', /MQQBrowser\/|QQBrowser\//],
	['Samsung Internet', /SamsungBrowser\//],
	['Huawei Browser', /HuaweiBrowser\//],
	['Mi Browser', /MiuiBrowser\//],
	['UC Browser', /UCBrowser\//],
	['Opera', /OPR\/|OPiOS\//],
	['Edge', /Edg(?:e|A|iOS)?\//],
	['Firefox', /Firefox\/|FxiOS\//],
	['Chrome', /Chrome\/|CriOS\//],
	['Safari', /Version\/[\d.]+.* Safari\//]
];

const systems: [string, RegExp][] = [
	['HarmonyOS', /HarmonyOS|OpenHarmony/],
	['Android', /Android/],
	['iPadOS', /iPad/],
	['iOS', /iPhone|iPod/],
	['Windows', /Windows/],
	['macOS', /Mac OS X|Macintosh/],
	['ChromeOS', /CrOS/],
	['Linux', /Linux|X11/]
];

export function describeBrowser(userAgent: string | undefined): { browser: string | null; system: string | null } {
	const find = (names: [string, RegExp][]) =>
		names.find(([, shape]) => userAgent !== undefined && shape.test(userAgent))?.[0] ?? null;
	return { browser: find(browsers), system: find(systems) };
}
