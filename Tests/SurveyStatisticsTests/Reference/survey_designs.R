# Prints the numbers in SurveySampleTests.swift: R 4.2.2, survey 4.1.1 (Debian bookworm: r-base-core r-cran-survey).
# Run: Rscript survey_designs.R
suppressMessages(library(survey))
options(digits = 15)
calls <- data.frame(
  stratum = c(1,1,1,1,1,1,1,1, 2,2,2,2,2,2,2, 3,3,3,3,3),
  practice = c(1,1,2,2,2,3,4,4, 5,6,6,7,7,7,7, 8,8,9,10,10),
  weight = c(2,2,3,3,3,2.5,4,4, 10,8,8,9,9,9,9, 1,1,1.5,1,1),
  slot = c(1,2,1,2,3,2,1,3, 3,1,2,1,2,3,3, 1,3,2,1,2),
  y = c(0,1,0,0,0,1,0,0, 1,0,0,0,1,1,0, 0,0,0,0,1),
  x = c(3,1,4,1,5,9,2,6, 5,3,5,8,9,7,9, 3,2,3,8,4))
calls$population <- c(9, 5, 40)[calls$stratum]
show <- function(name, estimate, ...) cat(name, coef(estimate), SE(estimate), ..., "\n")
for (correct in c(FALSE, TRUE)) {
  d <- if (correct) svydesign(~practice, strata = ~stratum, weights = ~weight, fpc = ~population, data = calls)
       else svydesign(~practice, strata = ~stratum, weights = ~weight, data = calls)
  cat("fpc", correct, "df", degf(d), "\n")
  show("mean", svymean(~y, d), "deff", deff(svymean(~y, d, deff = if (correct) TRUE else "replace")))
  show("total", svytotal(~x, d))
  show("ratio", svyratio(~x, ~I(y + 1), d))
  for (s in 1:3) show(paste("slot", s), svymean(~y, subset(d, slot == s)), "df", degf(subset(d, slot == s)))
  m <- svyby(~y, ~slot, d, svymean, covmat = TRUE)
  show("slot 2 - slot 1", svycontrast(m, c(-1, 1, 0)))
  p <- postStratify(d, ~slot, data.frame(slot = 1:3, Freq = c(30, 40, 50)))
  show("post-stratified", svymean(~y, p))
  show("post-stratified total", svytotal(~x, p))
  for (method in c("mean", "logit", "likelihood", "asin", "beta"))
    for (level in c(0.9, 0.95)) cat(method, level, as.vector(attr(svyciprop(~y, d, method = method, level = level), "ci")), "\n")
  f <- svychisq(~y + slot, d)
  cat("chisq", f$statistic, f$parameter, f$p.value, "\n")
}
lonely <- rbind(calls, data.frame(stratum = 4, practice = 11, weight = 5, slot = 1, y = 1, x = 2, population = 12))
for (rule in c("adjust", "certainty")) {
  options(survey.lonely.psu = rule)
  d <- svydesign(~practice, strata = ~stratum, weights = ~weight, data = lonely)
  show(rule, svymean(~y, d), "df", degf(d))
}
# The likelihood interval without R's unconverged weights and spline: 2 n KL(p, q) (n − 1)/n = t² n V/(p(1 − p)).
exact <- function(p, V, n, df, level) {
  f <- function(q) 2 * (n - 1) * (p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))) -
    qt((1 + level) / 2, df)^2 * n * V / (p * (1 - p))
  c(uniroot(f, c(1e-9, p), tol = 1e-15)$root, uniroot(f, c(p, 1 - 1e-9), tol = 1e-15)$root)
}
options(survey.lonely.psu = "fail")
m <- svymean(~y, svydesign(~practice, strata = ~stratum, weights = ~weight, data = calls))
cat("exact likelihood", exact(coef(m), vcov(m), 20, 7, 0.95), "\n")
