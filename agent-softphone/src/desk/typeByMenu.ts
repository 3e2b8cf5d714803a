/** The business type to begin with for each menu of the flow a caller may come from. Ids of the flow and of the tree. */
export const TYPE_BY_MENU: Readonly<Record<string, string>> = {
  fault: 'fault-repair.low-voltage',
  'fault-alone': 'fault-repair.single-premise',
  'fault-neighbours': 'fault-repair.several-premises',
  'fault-danger': 'fault-repair.danger',
  danger: 'fault-repair.danger',
  outage: 'look-up.outage',
  bill: 'look-up.bill',
  complaint: 'complaint.service',
  progress: 'look-up.order-status',
}

export const TYPE_WHEN_CUT_OFF = 'service-request.reconnection'
export const TYPE_WHEN_OUTAGE = 'look-up.outage'
export const TYPE_OTHERWISE = 'inquiry.other'
