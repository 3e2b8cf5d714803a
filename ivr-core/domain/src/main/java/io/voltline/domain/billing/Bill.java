package io.voltline.domain.billing;

import io.voltline.domain.customer.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What one month's use costs.
 *
 * @param kwh used in the month
 * @param due the last day it can be paid without falling into arrears
 */
public record Bill(YearMonth month, long kwh, Money amount, LocalDate due) {}
