import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { showUsualTheme } from './theme'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'

showUsualTheme()
createApp(App).use(createPinia()).use(i18n).mount('#app')
