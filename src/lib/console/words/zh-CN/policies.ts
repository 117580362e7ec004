// 两步验证、用户名、邮箱和密码有效期的文字。
import type { PolicyWords } from '../en/policies.ts';

export const policies: PolicyWords = {
	secondStep: '两步验证',
	secondStepLead: '在密码或验证码之后，再确认一次是本人。',
	factors: '可用的方式',
	factorNames: {
		WebAuthn: '通行密钥',
		Totp: '验证器应用',
		BackupCode: '备用码',
		PhoneVerificationCode: '短信验证码',
		EmailVerificationCode: '邮箱验证码'
	},
	factorHints: {
		WebAuthn: '唯一能够抵御钓鱼页面的方式。',
		BackupCode: '其他方式丢失时使用的十个备用码，不能单独启用。',
		PhoneVerificationCode: '短信验证码已用于登录时不可用。',
		EmailVerificationCode: '邮箱验证码已用于登录时不可用。'
	},
	factorPolicy: '何时要求',
	factorPolicies: {
		UserControlled: '仅对已设置的用户',
		NoPrompt: '不主动提示，由用户在你的应用中设置',
		PromptAtSignInAndSignUp: '登录和注册时提示，可跳过',
		PromptOnlyAtSignIn: '仅登录时提示，可跳过',
		Mandatory: '所有人'
	},
	trustedHint: (days) => `用户信任的浏览器在${days}天内除外（trustedDevice）。`,
	passkeyAlone: '通行密钥登录',
	passkeyAloneLead: '已有通行密钥的用户无需填写账号或验证码即可登录。',
	passkeyEnabled: '允许只用通行密钥登录',
	passkeyButton: '显示登录按钮',
	passkeyAutofill: '由浏览器在输入框中自动提示',
	usernames: '用户名',
	usernamesLead: '适用于新用户名，已有的用户名不受影响。',
	shortest: '最小长度',
	longest: '最大长度',
	characters: '允许使用',
	characterNames: { lowercase: '小写字母', uppercase: '大写字母', numbers: '数字', underscore: '下划线' },
	caseSensitive: '区分大小写（Ada 和 ada 是两个人）',
	caseSensitiveHint:
		'关闭后所有用户名（包括已有的）都会改为小写，重新开启也无法恢复原来的大写字母；若有仅大小写不同的用户名则无法关闭。',
	addresses: '新账号的邮箱',
	addressesLead: '不影响已有账号。',
	subaddressing: '拒绝带“+”的邮箱，如 ada+shop@example.com',
	subaddressingHint: '同一个邮箱可以变出任意多个这样的地址。',
	addressLists: { customBlocklist: '禁用', customAllowlist: '例外允许' },
	addressListHints: {
		customBlocklist: '每行一个邮箱或 @域名，* 代表任意字符。',
		customAllowlist: '即使被上面的规则禁用，这里的邮箱仍可使用。'
	},
	expiration: '密码有效期',
	expirationLead: '建议关闭：频繁更换往往会让人选用更弱的密码。',
	expires: '密码到期后需要更换',
	expiresAfter: '天数'
};
