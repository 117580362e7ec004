// The languages that pages speak. A new one is a file in messages/, its code in project.inlang, and a line here.

/** Names are what native readers call their own language. */
export const languages = [
	{ code: 'en', name: 'English' },
	{ code: 'zh-CN', name: '简体中文' }
];
