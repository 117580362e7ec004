// The words of the inbox page in its two languages, and which of them a browser gets.

export type Words = {
	language: string;
	title: string;
	setupTitle: string;
	lead: string;
	messages: string;
	/** Names the row of recipients. */
	people: string;
	all: string;
	to: string;
	copy: string;
	copied: string;
	mail: string;
	showMail: string;
	openMail: string;
	parts: string;
	live: string;
	connecting: string;
	reload: string;
	setup: string;
	close: string;
	clear: string;
	/** Followed by a recipient. */
	clearFor: string;
	/** Read out when a message arrives, followed by its recipient and text. */
	news: string;
	emptyTitle: string;
	emptyText: string;
	endpoint: string;
	secret: string;
	signature: string;
	template: string;
	overseasTemplate: string;
	scenarioTitle: string;
	scenarioText: string;
	codeTitle: string;
	calls: string;
	callsLead: string;
	noCalls: string;
	howSent: string;
	unknownAction: string;
	parameters: string;
	body: string;
	headers: string;
	answer: string;
	connectionCut: string;
	signatureCheck: string;
	noSignature: string;
	stepKey: string;
	stepComplete: string;
	stepSame: string;
	stepDifferent: string;
	canonical: string;
	stringToSign: string;
	signatures: string;
	theirs: string;
	ours: string;
	unknownKey: string;
	fits: string;
	fitsNot: string;
	struck: string;
	search: string;
	searchEmpty: string;
	/** By the name of the scenario. */
	outcomes: Record<string, string>;
};

const english: Words = {
	language: 'en',
	title: 'Sandbox inbox',
	setupTitle: 'Aliyun, on your own machine',
	lead: 'Messages that would go out through Aliyun arrive here instead. Nothing leaves this machine.',
	messages: 'Messages',
	people: 'Recipients',
	all: 'All',
	to: 'To',
	copy: 'Copy',
	copied: 'Copied',
	mail: 'The mail as it was sent',
	showMail: 'Show the mail',
	openMail: 'Open in a new tab',
	parts: 'parts',
	live: 'Live',
	connecting: 'Connecting…',
	reload: 'Reload',
	setup: 'Setup',
	close: 'Close',
	clear: 'Clear the inbox',
	clearFor: 'Delete the messages to',
	news: 'New message to',
	emptyTitle: 'No messages yet',
	emptyText:
		'Ask for a code on the sign-in page, with any number you like, 134\u00a09000\u00a00100 for example. It arrives here within a second.',
	endpoint: 'Endpoint',
	secret: 'AccessKey secret',
	signature: 'Signature',
	template: 'Template, mainland',
	overseasTemplate: 'Template, overseas',
	scenarioTitle: 'Numbers with a fixed outcome',
	scenarioText: 'With +86 in front. Every other number simply receives its message.',
	codeTitle: 'Every other code',
	calls: 'Calls',
	callsLead: 'What reached the API lately, refused calls too. The newest first.',
	noCalls: 'No call yet.',
	howSent: 'How it was sent',
	unknownAction: 'Unknown action',
	parameters: 'Parameters',
	body: 'Body',
	headers: 'Headers',
	answer: 'Answer',
	connectionCut: 'Connection cut',
	signatureCheck: 'Signature, step by step',
	noSignature: 'The call carries no signature that could be read.',
	stepKey: 'The AccessKey is known:',
	stepComplete: 'All that must be signed is, and the body is the one that was hashed',
	stepSame: 'Both signatures are the same',
	stepDifferent: 'The signatures differ: if the text below is what you signed, your secret is another',
	canonical: 'What is signed',
	stringToSign: 'String to sign',
	signatures: 'Signatures',
	theirs: 'Of the call',
	ours: 'Ours, with the secret of this key',
	unknownKey: 'unknown key',
	fits: 'Right',
	fitsNot: 'Wrong',
	struck: 'Tokens, cookies and keys of other accounts are struck out (•••).',
	search: 'Search messages',
	searchEmpty: 'Nothing matches',
	outcomes: {
		'never-delivered': 'Accepted, never arrives',
		'minute-limit': 'Refused: one a minute',
		'hour-limit': 'Refused: five an hour',
		'day-limit': 'Refused: ten a day',
		'bad-recipient': 'Refused: not a valid number',
		'no-balance': 'Refused: no balance left',
		'account-cap': 'Refused: daily cap of the account',
		'system-error': 'System error of the provider',
		'no-permission': 'Refused: the key may not send',
		throttled: 'Throttled',
		unavailable: 'Service unavailable (503)',
		'internal-error': 'Internal error (500)',
		'bad-gateway': 'A proxy’s error page (502)',
		slow: 'Answers after 3 seconds',
		hanging: 'Answers after 30 seconds',
		'late-delivery': 'Arrives after 20 seconds',
		'accepted-then-dropped': 'Arrives, but the connection is cut',
		reset: 'The connection is cut, nothing is sent'
	}
};

const chinese: Words = {
	language: 'zh-CN',
	title: '沙箱收件箱',
	setupTitle: '本机上的阿里云',
	lead: '原本经阿里云发出的短信和邮件都会到这里，不会离开这台电脑。',
	messages: '信息',
	people: '收信人',
	all: '全部',
	to: '发给',
	copy: '复制',
	copied: '已复制',
	mail: '邮件原文',
	showMail: '查看邮件',
	openMail: '在新标签页中打开',
	parts: '条计费',
	live: '实时',
	connecting: '连接中…',
	reload: '刷新',
	setup: '配置',
	close: '关闭',
	clear: '清空收件箱',
	clearFor: '删除发给以下收信人的信息：',
	news: '新信息，发给',
	emptyTitle: '还没有信息',
	emptyText: '在登录页用任意手机号获取验证码，例如 134\u00a09000\u00a00100，一秒内就会显示在这里。',
	endpoint: '接口地址',
	secret: 'AccessKey Secret',
	signature: '短信签名',
	template: '模板（中国内地）',
	overseasTemplate: '模板（境外）',
	scenarioTitle: '结果固定的号码',
	scenarioText: '均为 +86 号码。其他号码都会正常收到信息。',
	codeTitle: '其余错误码',
	calls: '接口调用',
	callsLead: '最近到达接口的调用（包括被拒绝的），最新的在最前。',
	noCalls: '还没有调用。',
	howSent: '查看发送请求',
	unknownAction: '未知接口',
	parameters: '参数',
	body: '请求体',
	headers: '请求头',
	answer: '应答',
	connectionCut: '连接中断',
	signatureCheck: '签名逐步核对',
	noSignature: '请求中没有可识别的签名。',
	stepKey: 'AccessKey 是否存在：',
	stepComplete: '该签名的内容都已签名，且请求体与哈希一致',
	stepSame: '双方签名一致',
	stepDifferent: '签名不一致：如果下面的内容与你签名的相同，则密钥不同',
	canonical: '待签名内容',
	stringToSign: '最终签名字符串',
	signatures: '签名',
	theirs: '请求中的签名',
	ours: '我们用该密钥算出的签名',
	unknownKey: '密钥不存在',
	fits: '正确',
	fitsNot: '错误',
	struck: '令牌、Cookie 和其他账号的密钥已隐去（•••）。',
	search: '搜索信息',
	searchEmpty: '没有匹配的信息',
	outcomes: {
		'never-delivered': '已受理，但收不到',
		'minute-limit': '拒绝：每分钟 1 条',
		'hour-limit': '拒绝：每小时 5 条',
		'day-limit': '拒绝：每天 10 条',
		'bad-recipient': '拒绝：号码无效',
		'no-balance': '拒绝：余额不足',
		'account-cap': '拒绝：账号达到日限额',
		'system-error': '服务商系统错误',
		'no-permission': '拒绝：密钥没有发送权限',
		throttled: '被限流',
		unavailable: '服务不可用（503）',
		'internal-error': '内部错误（500）',
		'bad-gateway': '代理的错误页（502）',
		slow: '3 秒后才应答',
		hanging: '30 秒后才应答',
		'late-delivery': '20 秒后才收到',
		'accepted-then-dropped': '能收到，但连接中断',
		reset: '连接中断，什么也没发'
	}
};

/** Chinese when the browser prefers it to English. */
export function chooseWords(acceptLanguage: string | undefined): Words {
	const wishes = (acceptLanguage ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', quality] = part.trim().split(/;\s*q=/);
			return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
		})
		.sort((a, b) => b.quality - a.quality);
	const first = wishes.find(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag));
	return first?.tag.startsWith('zh') ? chinese : english;
}
