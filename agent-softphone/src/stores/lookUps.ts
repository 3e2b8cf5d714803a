import { defineStore } from 'pinia'
import * as api from '@/api'

/** What is looked up beside the form. Nothing is kept: whoever asks shows the answer. */
export const useLookUps = defineStore('lookUps', () => ({
  alikeOrders: api.listAlikeOrders,
  promisedDue: api.listPromisedDue,
  articles: api.searchArticles,
  tariffs: api.listTariffs,
  customers: api.searchCustomers,
  customer: api.getCustomer,
}))
