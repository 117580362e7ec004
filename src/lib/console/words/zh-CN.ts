// 控制台的中文。
import type { Words } from './en.ts';
import { applications } from './zh-CN/applications.ts';
import { connectors } from './zh-CN/connectors.ts';
import { experience } from './zh-CN/experience.ts';
import { health, logs, users, webhooks } from './zh-CN/operations.ts';
import { screens } from './zh-CN/screens.ts';
import { states } from './zh-CN/states.ts';
import { texts } from './zh-CN/texts.ts';

export const words: Words = {
	locale: 'zh-CN',
	console: 'Foyer 控制台',
	accountPage: '账号页面',
	navigation: '控制台',
	menu: '菜单',
	close: '关闭',
	cancel: '取消',
	save: '保存更改',
	leave: '更改尚未保存，确定要离开吗？',
	loading: '正在加载…',
	saved: '已保存。',
	copy: '复制',
	copied: '已复制',
	copyOf: (name) => `复制${name}`,
	skip: '跳到内容',
	signOut: '退出登录',
	none: '–',
	more: '更多设置',
	tryAgain: '重试',
	unreachable: 'Foyer 没有响应，请稍后重试。',
	places: {
		start: '快速开始',
		applications: '应用',
		connectors: '连接器',
		experience: '登录体验',
		texts: '文案',
		users: '用户',
		logs: '日志',
		webhooks: 'Webhooks',
		health: '运行状况',
		account: '我的账号'
	},
	door: {
		over: '登录已过期。已填写的内容仍在此处：请在新窗口中重新登录，然后继续。',
		changed: (name: string) => `此浏览器当前登录的是 ${name}。此页面由另一位管理员打开，不会再提交任何内容。`,
		reload: '重新加载',
		signedOut: '你已退出登录',
		signedOutLead: '管理员重新登录之前，任何人都无法用此浏览器更改设置。',
		signIn: '登录',
		refused: '此账号不是管理员',
		refusedLead: '你已登录，但没有管理 Foyer 的权限。部署人员可以为你开通：',
		other: '换一个账号'
	},
	failure: {
		title: '操作未成功',
		lead: 'Foyer 暂时无法响应，请稍后再试。没有任何更改。',
		missing: '这里什么都没有',
		missingLead: '内容可能已被删除，或者地址不完整。',
		reference: '参考编号：'
	},
	start: {
		title: '快速开始',
		lead: '只需四步，就能让第一位用户登录你的应用。',
		done: '已完成',
		application: '创建应用',
		applicationLead: '告诉 Foyer 用户从哪里来、登录后回到哪里。接入指南里有对应框架的代码。',
		connector: '配置连接器',
		connectorLead: '验证码通过短信或邮件发送：可使用阿里云或其他服务商。',
		experience: '设置登录体验',
		experienceLead: '选择用户的注册和登录方式，并换上你的品牌。',
		user: '注册第一位用户',
		userLead: '打开你的应用，点击“登录”，随后即可在“用户”中看到。',
		password: '为自己设置密码',
		passwordLead: '你打开的链接只能使用一次。设置密码后就能再次登录。'
	},
	account: {
		title: '我的账号',
		lead: '你登录控制台所用的信息，不受登录体验设置的影响。',
		email: '邮箱地址',
		username: '用户名',
		usernameHint: '选填，可代替邮箱登录。',
		password: '新密码',
		passwordHint: '至少 8 个字符，不能是常见密码。',
		passwordSaved: '密码已设置，请妥善保管。',
		setPassword: '设置密码',
		profile: '基本信息',
		changed: '此浏览器当前登录的是另一位管理员，未做任何更改。',
		needed: '管理员必须有邮箱地址，以便找回登录。'
	},
	stale: {
		lead: '更改登录方式前，需要在最近十分钟内登录过。可以使用密码，或通过“foyer admin link”生成的新链接登录。',
		signIn: '重新登录'
	},
	applications,
	connectors,
	experience,
	screens,
	states,
	texts,
	users,
	logs,
	webhooks,
	health
};
