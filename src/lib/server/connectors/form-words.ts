// What the fields of a connector's form are called, and where the vendor says how to get what they ask for.
import type { LocalText } from '../../contract/connectors.ts';

type Words = { label: LocalText; description?: LocalText; placeholder?: string; help?: string };

const say = (en: string, zh: string): LocalText => ({ en, 'zh-CN': zh });

/** By the name of the field, whatever the connector. One that is missing is called by its name. */
export const fieldWords: Record<string, Words> = {
	accessKeyId: {
		label: say('AccessKey ID', 'AccessKey ID'),
		description: say(
			'Of a RAM user that may send messages, and nothing else.',
			'使用仅有发送权限的 RAM 用户的 AccessKey。'
		),
		help: 'https://help.aliyun.com/zh/ram/user-guide/create-an-accesskey-pair'
	},
	accessKeySecret: { label: say('AccessKey secret', 'AccessKey Secret') },
	securityToken: {
		label: say('Security token', '安全令牌（STS）'),
		description: say('Only with temporary keys.', '仅在使用临时密钥时填写。')
	},
	credentials: {
		label: say('Keys from elsewhere', '密钥来源'),
		description: say('Instead of keys typed here.', '不在此处填写密钥时选择。')
	},
	endpoint: {
		label: say('Endpoint', '接入地址'),
		description: say('Leave empty for the vendor’s own.', '留空则使用服务商默认地址。'),
		placeholder: 'https://dysmsapi.aliyuncs.com'
	},
	signName: {
		label: say('Signature', '短信签名'),
		description: say('As approved, without the brackets 【】.', '填写审核通过的签名，不含【】。'),
		help: 'https://help.aliyun.com/zh/sms/user-guide/create-signatures'
	},
	templates: {
		label: say('Templates', '模板'),
		description: say(
			'One for each use: SignIn, Register, ForgotPassword, Generic.',
			'每种用途一个：SignIn、Register、ForgotPassword、Generic。'
		),
		help: 'https://help.aliyun.com/zh/sms/user-guide/create-message-templates'
	},
	strictPhoneRegionNumberCheck: {
		label: say('Strict region check', '严格校验号码地区'),
		description: say('Accepted from Logto; without effect here.', '兼容Logto的设置，在此不起作用。')
	},
	paramsInBody: {
		label: say('Parameters in the body', '参数放入请求体'),
		description: say('Keeps numbers out of the logs of a proxy.', '避免手机号出现在代理日志中。')
	},
	pollReceipts: {
		label: say('Ask for receipts', '主动查询回执'),
		description: say('Asks afterwards what became of each message.', '发送后查询每条消息是否送达。')
	},
	regionId: {
		label: say('Region', '地域'),
		description: say('Where the sender domain was created.', '创建发信域名的地域。')
	},
	accountName: {
		label: say('Sender address', '发信地址'),
		placeholder: 'no-reply@mail.example.com',
		help: 'https://help.aliyun.com/zh/direct-mail/user-guide/email-addresses'
	},
	fromAlias: { label: say('Sender name', '发信人昵称') },
	from: { label: say('Sender', '发送方') },
	host: { label: say('Server', '服务器'), placeholder: 'smtp.example.com' },
	port: { label: say('Port', '端口') },
	user: { label: say('User name', '用户名') },
	username: { label: say('User name', '用户名') },
	password: { label: say('Password', '密码') },
	secure: { label: say('TLS from the start', '连接即加密（TLS）') },
	fromEmail: { label: say('Sender address', '发信地址'), placeholder: 'no-reply@example.com' },
	replyTo: { label: say('Replies go to', '回复地址') }
};

/** What a whole connector is, and the page to begin at. */
export const connectorWords: Record<string, { name: LocalText; description: LocalText; help?: string }> = {
	'aliyun-short-message-service': {
		name: say('Aliyun SMS', '阿里云短信'),
		description: say('Text messages with your own signature and templates.', '使用自有签名和模板发送短信。'),
		help: 'https://help.aliyun.com/zh/sms/getting-started/get-started-with-sms'
	},
	'aliyun-direct-mail': {
		name: say('Aliyun DirectMail', '阿里云邮件推送'),
		description: say('Mail from an address of your own domain.', '使用自有域名的发信地址发送邮件。'),
		help: 'https://help.aliyun.com/zh/direct-mail/getting-started/get-started-with-direct-mail'
	},
	'aliyun-sms-verification': {
		name: say('Aliyun SMS verification service', '阿里云短信认证'),
		description: say(
			'With a signature and templates that Aliyun gives, for mainland China.',
			'使用阿里云赠送的签名和模板，仅限中国内地。'
		)
	},
	'aliyun-sms-globe': {
		name: say('Aliyun international SMS', '阿里云国际短信'),
		description: say(
			'With your own text, to everywhere but mainland China.',
			'自定义内容，可发送到中国内地以外的国家和地区。'
		)
	},
	'http-sms': {
		name: say('HTTP (text messages)', 'HTTP（短信）'),
		description: say('To a program of your own, which hands them on.', '交给你自己的服务转发。')
	},
	'http-email': {
		name: say('HTTP (mail)', 'HTTP（邮件）'),
		description: say('To a program of your own, which hands it on.', '交给你自己的服务转发。')
	},
	'simple-mail-transfer-protocol': {
		name: say('SMTP', 'SMTP'),
		description: say('By any mail server.', '通过任意邮件服务器发送。')
	}
};
