import type { MailWords } from '../words.ts';

export const zhCN: MailWords = {
	language: 'zh-CN',
	direction: 'ltr',
	code: {
		SignIn: { title: '登录验证码', subject: '{application} 登录验证码' },
		Register: { title: '注册验证码', subject: '{application} 注册验证码' },
		ForgotPassword: { title: '重置密码验证码', subject: '{application} 重置密码验证码' },
		Generic: { title: '验证码', subject: '{application} 验证码' }
	},
	instruction: '请在获取验证码的页面中输入。',
	expiry: '{duration}内有效，仅可使用一次。',
	warning: '如非本人操作，请忽略此邮件。请勿将验证码告知他人。',
	notices: {
		'password-reset': {
			title: '密码已修改',
			subject: '{application} 密码已修改',
			text: '你已通过“忘记密码”设置新密码，所有设备均已退出登录。请使用新密码登录。'
		},
		'password-changed': {
			title: '密码已修改',
			subject: '{application} 密码已修改',
			text: '服务管理员为你的账号设置了新密码，所有设备均已退出登录。'
		},
		'password-added': {
			title: '账号已设置密码',
			subject: '{application} 账号已设置密码',
			text: '你的账号首次设置了密码，之后也可以使用密码登录。'
		},
		'factor-added': {
			title: '账号已设置两步验证',
			subject: '{application} 账号已设置两步验证',
			text: '你的账号设置了身份验证器、通行密钥或备用码，用于登录验证。'
		},
		'password-replaced': {
			title: '密码已修改',
			subject: '{application} 密码已修改',
			text: '你在账号页面设置了新密码，其他设备上的登录均已退出。'
		},
		'factor-removed': {
			title: '账号的两步验证已更改',
			subject: '{application} 账号的两步验证已更改',
			text: '有身份验证器、通行密钥或备用码被移除，或两步验证已关闭。'
		},
		'second-step-off': {
			title: '两步验证已关闭',
			subject: '{application}：两步验证已关闭',
			text: '服务管理员关闭了你账号的两步验证，登录时将不再要求验证。'
		},
		'second-step-on': {
			title: '两步验证已开启',
			subject: '{application}：两步验证已开启',
			text: '服务管理员开启了你账号的两步验证，登录时将再次要求验证。'
		},
		'browser-copied': {
			title: '受信任设备已恢复两步验证',
			subject: '{application}：受信任设备已恢复两步验证',
			text: '用于识别该设备的信息被使用了两次，可能已被他人复制。该设备下次登录时将再次进行两步验证。'
		},
		'email-changed': {
			title: '邮箱已修改',
			subject: '{application} 邮箱已修改',
			text: '此次修改是在账号页面进行的。'
		},
		'phone-changed': {
			title: '手机号已修改',
			subject: '{application} 手机号已修改',
			text: '此次修改是在账号页面进行的。'
		},
		'username-changed': {
			title: '用户名已修改',
			subject: '{application} 用户名已修改',
			text: '此次修改是在账号页面进行的。'
		},
		'account-deleted': {
			title: '账号已注销',
			subject: '{application} 账号已注销',
			text: '账号已在账号页面注销，其中保存的内容已一并删除。'
		}
	},
	noticeWarning: '如非本人操作，请立即重新设置密码，并联系服务提供方。'
};
