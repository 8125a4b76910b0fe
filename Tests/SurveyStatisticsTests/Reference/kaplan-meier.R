# Waits with ties and censoring, and what R says of them. Rscript kaplan-meier.R > kaplan-meier.csv
library(survival)
set.seed(22)
digits <- function(x) paste(ifelse(is.na(x), "", sprintf("%.17g", x)), collapse = ";")
cat("waits,answered,weights,clusters,confidence,steps,waiting,lower,upper,quantiles,quantile_lower,quantile_upper\n")
shares <- c(0.1, 0.25, 0.5, 0.75, 0.9)
for (case in 1:120) {
  n <- sample(c(1, 2, 3, 5, 8, 13, 30, 80), 1)
  wait <- switch(sample(3, 1), round(rexp(n, 1/60)), sample(c(0, 5, 10, 20, 60), n, TRUE), round(rexp(n, 1/200), 1))
  answered <- rbinom(n, 1, sample(c(0.3, 0.6, 0.9, 1), 1))
  limit <- sample(c(30, 100, 900), 1)
  answered[wait > limit] <- 0
  wait <- pmin(wait, limit)
  kind <- case %% 3
  weight <- if (kind == 2) round(runif(n, 0.5, 4), 2) else rep(1, n)
  cluster <- if (kind > 0) sample(ceiling(n / 3), n, TRUE) else seq_len(n)
  confidence <- sample(c(0.8, 0.95, 0.99), 1)
  data <- data.frame(wait, answered, weight, cluster)
  fit <- if (kind == 0) survfit(Surv(wait, answered) ~ 1, data, conf.type = "log-log", conf.int = confidence)
    else survfit(Surv(wait, answered) ~ 1, data, weights = weight, cluster = cluster, robust = TRUE,
                 conf.type = "log-log", conf.int = confidence)
  events <- fit$n.event > 0
  q <- quantile(fit, shares)
  # One share at a time, because quantile() looks whether the smallest of them is reached.
  one <- lapply(shares, function(p) quantile(fit, p))
  get <- function(part) sapply(one, function(q) as.numeric(q[[part]]))
  cat(paste0('"', c(digits(wait), digits(answered), digits(weight), paste(cluster, collapse = ";")), '"', collapse = ","),
      confidence,
      paste0('"', c(digits(fit$time[events]), digits(fit$surv[events]), digits(fit$lower[events]), digits(fit$upper[events]),
                    digits(get("quantile")), digits(get("lower")), digits(get("upper"))), '"', collapse = ","), sep = ",")
  cat("\n")
}
