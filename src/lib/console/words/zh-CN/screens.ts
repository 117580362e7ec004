// 页面的名称，按其在页面图册中的名字。
import type { Words } from '../en.ts';

export const screens: Words['screens'] = {
	'sign-in': '登录',
	'sign-in-refused': '登录被拒绝',
	register: '注册',
	'verification-code': '验证码',
	'one-moment': '请稍候',
	password: '密码',
	'create-account': '是否创建账号',
	'sign-in-instead': '是否直接登录',
	'set-password': '设置密码',
	'forgot-password': '忘记密码',
	'reset-password': '重置密码',
	continue: '补充信息',
	'extra-profile': '个人资料',
	'second-step': '两步验证',
	'choose-factor': '选择验证方式',
	'factor-offer': '建议开启两步验证',
	'set-up-app': '绑定验证器应用',
	'sign-in-passkey': '使用通行密钥登录',
	'set-up-passkey': '创建通行密钥',
	'backup-codes': '备用码',
	consent: '授权',
	'one-time-token': '一次性链接',
	'link-failure': '一次性链接失效',
	go: '前往应用',
	'hand-over': '返回应用',
	'sign-out': '退出登录',
	'signed-out': '已退出登录',
	failure: '出错',
	'demo-app': '演示应用'
};
