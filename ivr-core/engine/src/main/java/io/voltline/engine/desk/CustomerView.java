package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;

/** The whole view of a customer. */
public record CustomerView(AccountNo accountNo) {}
