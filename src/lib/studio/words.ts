// What the studio itself says. What its screens say is their own.
import type { Brand } from './brands.ts';

export type StudioWords = typeof english;
export type StudioLocale = 'en' | 'zh-CN';
/** What a screen, and a state of it, are called. */
export type Names = { screen: (name: string) => string; state: (screen: string, state: string) => string };

const english = {
	title: 'Studio',
	lead: 'Every screen in every state, as people meet it. Nothing you press here does anything.',
	find: 'Find',
	findHint: 'wrong, terms, code …',
	theme: 'Theme',
	themes: { auto: 'as the device', light: 'light', dark: 'dark' } as Record<string, string>,
	language: 'Language',
	brand: 'Brand',
	own: 'this installation',
	draft: 'your draft',
	beside: 'Beside it',
	nothingBeside: 'nothing',
	direction: 'Direction',
	directions: { auto: 'as the language', ltr: 'left to right', rtl: 'right to left' } as Record<string, string>,
	width: 'Width',
	pixels: (width: number) => `${width} px`,
	show: 'Show',
	screens: 'Screens',
	count: (states: number, screens: number) =>
		`${states} ${states === 1 ? 'state' : 'states'} of ${screens} ${screens === 1 ? 'screen' : 'screens'}`,
	alone: (name: string) => `${name}: alone in a new tab`,
	preview: 'Preview',
	previewBeside: 'Preview beside it',
	nothing: (text: string) => `Nothing is called “${text}”.`,
	refused: 'A draft is for administrators:',
	signIn: 'sign in to the console',
	/** Filled in by the page’s script. */
	wide: '{pixels} px wider than the frame',
	cut: '“{text}” loses its end'
};

const chinese: StudioWords = {
	title: '页面图册',
	lead: '用户会看到的每个页面和每种状态。这里的按钮不会生效。',
	find: '查找',
	findHint: '错误、条款、验证码…',
	theme: '主题',
	themes: { auto: '跟随设备', light: '浅色', dark: '深色' },
	language: '语言',
	brand: '品牌',
	own: '当前部署',
	draft: '我的草稿',
	beside: '并排对比',
	nothingBeside: '无',
	direction: '文字方向',
	directions: { auto: '跟随语言', ltr: '从左到右', rtl: '从右到左' },
	width: '宽度',
	pixels: (width) => `${width} 像素`,
	show: '显示',
	screens: '页面',
	count: (states, screens) => `${screens} 个页面，共 ${states} 种状态`,
	alone: (name) => `在新标签页中单独打开：${name}`,
	preview: '预览',
	previewBeside: '对比预览',
	nothing: (text) => `没有找到“${text}”。`,
	refused: '草稿仅管理员可见：',
	signIn: '请先登录控制台',
	wide: '超出框架宽度 {pixels} 像素',
	cut: '“{text}”显示不全'
};

export const studioWords: Record<StudioLocale, StudioWords> = { en: english, 'zh-CN': chinese };

/** For the menu of brands: the two of this installation by what they are, others by their name. */
export function offeredBrands(
	brands: Record<string, Brand>,
	say: StudioWords,
	draft: string | undefined
): [key: string, name: string][] {
	return [
		['own', say.own],
		...(draft === undefined ? [] : [[draft, say.draft] as [string, string]]),
		...Object.entries(brands).map(([key, { name }]): [string, string] => [key, name ?? key])
	];
}
