// 页面文案相关的文字。
import type { Words } from '../en.ts';

export const texts: Words['texts'] = {
	title: '文案',
	lead: '登录页面上的文字。自定义文案在一秒内生效，花括号中的名称会自动填入。',
	language: '语言',
	search: '按内容搜索',
	find: '搜索',
	save: '保存',
	flaws: {
		unknown_text: '页面中没有此文案。',
		unknown_name: '包含内置文案中没有的变量 {name}。',
		too_small: '请填写内容，或使用内置文案。',
		too_big: '最多 2,048 个字符。',
		invalid_format: '包含无法显示的字符。'
	},
	builtIn: '恢复内置文案',
	missing: '仅部分语言使用了自定义文案',
	missingLead: '其他语言的用户看到的仍是内置文案。选择一种语言补上自定义文案，或在已修改的语言中恢复内置文案。',
	missingIn: (said, count) => `已自定义：${said}；${count} 种语言仍为内置文案`,
	nothing: (text) => `没有包含“${text}”的文案。`,
	shown: (count, total) => (count < total ? `显示 ${total} 条中的 ${count} 条` : `共 ${total} 条`),
	everywhere: '所有语言均使用内置文案'
};
