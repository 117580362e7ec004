// 连接器配置有误时的提示，以 API 的英文句子或错误名称为键。
import type { configFlaws as english } from '../en/config-flaws.ts';

export const configFlaws: typeof english = {
	'is missing': '请填写此项。',
	'must not be empty': '请填写此项。',
	'must be an email address': '请填写邮箱地址。',
	'must be at most 14 characters': '最多 14 个字符。',
	'must be code or min': '只能是 code 或 min。',
	'is the name alone, without the brackets 【】': '只填写签名名称，不含【】。',
	'must have at least one template': '至少需要一个模板。',
	'must contain {{code}}': '必须包含 {{code}}。',
	'must be at most 11 letters and digits, or 15 digits': '最多 11 个字母和数字，或 15 位数字。',
	'must be a template code, or an object with `china` and `overseas`':
		'请填写模板 CODE，或包含 china 和 overseas 的对象。',
	'must be an origin such as https://dysmsapi.aliyuncs.com, without path, query or credentials':
		'请填写源地址，例如 https://dysmsapi.aliyuncs.com，不含路径、参数和账号。',
	'must use https outside a private network': '在内网之外必须使用 https。',
	'must be environment or machine': '只能是 environment 或 machine。',
	'must be an address such as https://messages.example.com/codes, without credentials or fragment':
		'请填写地址，例如 https://messages.example.com/codes，不含账号和片段。',
	'must use https outside this machine': '在本机之外必须使用 https。',
	'must not be an address of a private or reserved network': '不能是内网或保留网段的地址。',
	'must have 32 characters or more, for example from `openssl rand -hex 32`':
		'至少 32 个字符，可用 openssl rand -hex 32 生成。',
	'must be one line of plain characters': '只能是一行普通字符。',
	'must be a whole number': '请填写整数。',
	'must be a port': '请填写端口号。',
	'must be a host name or an address, without a scheme': '请填写主机名或地址，不含协议。',
	'is for hosts of a private network only: the password and the codes would travel in the clear':
		'仅适用于内网主机，否则密码和验证码会以明文传输。',
	'must be the address in `auth.user`: DirectMail takes mail from no other':
		'必须与 auth.user 中的地址一致：邮件推送只接受该发信地址。',
	missing: '请填写此项。',
	moved: '连接地址已更改，请重新输入。',
	invalid_type: '类型不正确。',
	invalid_value: '不是可选的值。',
	unrecognized_keys: '包含未知的字段。'
};
