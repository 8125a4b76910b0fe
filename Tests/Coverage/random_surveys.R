#!/usr/bin/env Rscript
# Random surveys put to `estimate`, whose rates and standard errors R's survey must agree with.
#
#     Rscript Tests/Coverage/random_surveys.R .build/release/telefontid [surveys]
#
# Each survey has a frame of its own, strata or none, weights or none, one or several calls to a practice, wrong numbers, a file in English or
# Danish Excel's manner, and its rows in an order drawn by lot. Groups are by slot, by a column of the frame and together, as they are, by
# patients, raked to columns of the frame, and as a snapshot with the finite population correction. Needs R's package survey (Debian: r-cran-survey).
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 12)
arguments <- commandArgs(TRUE)
program <- normalizePath(arguments[1])
surveys <- if (length(arguments) > 1) as.integer(arguments[2]) else 200
set.seed(20261128)
folder <- tempfile("random-surveys"); dir.create(folder)
slots <- sprintf("%02d:00-%02d:00", 8:15, 9:16)
codes <- c("busy", "answered-by-doctor", "wrong-number")
danish <- c("optaget", "besvaret af læge", "forkert nummer")

# A frame of practices in strata and municipalities, with sizes.
make_frame <- function() {
  n <- sample(40:250, 1)
  strata <- if (runif(1) < 0.7) sample(2:6, 1) else 1
  data.frame(
    practice = sprintf("%06d", sample(100000:999999, n)),
    stratum = if (strata == 1) "all" else sample(LETTERS[1:strata], n, replace = TRUE, prob = 1 / (1:strata)),
    municipality = sample(c("Viborg", "Skive", "Struer", "Lemvig"), n, replace = TRUE, prob = c(4, 3, 2, 1)),
    size = sample(c("small", "large"), n, replace = TRUE, prob = c(2, 1)),
    listed_patients = sample(900:9000, n, replace = TRUE), stringsAsFactors = FALSE)
}

# Calls to some of them. Weights, if any, are those of the draw or any at all.
make_calls <- function(frame, weighted, clustered) {
  drawn <- unlist(lapply(split(seq_len(nrow(frame)), frame$stratum), function(own) {
    own[sample.int(length(own), max(1, round(length(own) * runif(1, 0.2, 0.9))))]
  }))
  practices <- frame[drawn, ]
  practices$weight <- 1
  if (weighted == "drawn") practices$weight <- (table(frame$stratum)[practices$stratum]) / table(practices$stratum)[practices$stratum]
  if (weighted == "any") practices$weight <- round(runif(nrow(practices), 0.5, 6), 3)
  practices$weight <- as.numeric(practices$weight)
  each <- if (clustered) sample(1:4, nrow(practices), replace = TRUE) else rep(1, nrow(practices))
  calls <- practices[rep(seq_len(nrow(practices)), each), ]
  calls$slot <- unlist(lapply(each, function(k) sample(slots, k)))
  own <- rbeta(nrow(practices), 1, 4)[rep(seq_len(nrow(practices)), each)]
  calls$outcome <- ifelse(runif(nrow(calls)) < 0.07, 3, ifelse(runif(nrow(calls)) < own, 1, 2))
  calls[sample.int(nrow(calls)), ]
}

write_files <- function(frame, calls, weighted, english) {
  keep <- c("practice", "slot", "outcome", if (weighted != "none") "weight")
  rows <- calls[, keep]
  rows$outcome <- (if (english) codes else danish)[rows$outcome]
  if (english) {
    names(rows)[3] <- "disposition"
    write.csv(rows, file.path(folder, "calls.csv"), row.names = FALSE, quote = FALSE)
  } else {
    names(rows) <- c("Ydernummer", "Tidsrum", "Opkaldsudfald", if (weighted != "none") "Vægt")
    write.csv2(rows, file.path(folder, "calls.csv"), row.names = FALSE, quote = FALSE, fileEncoding = "UTF-8")
  }
  write.csv(frame[sample.int(nrow(frame)), ], file.path(folder, "frame.csv"), row.names = FALSE, quote = FALSE)
}

estimates <- function(...) {
  out <- system2(program, c("estimate", file.path(folder, "calls.csv"), "--frame", file.path(folder, "frame.csv"),
    "--by", "slot", "--by", "municipality", "--reached", "agreement", "--invalid", "left-out", ..., "-o", "-"), stdout = TRUE, stderr = file.path(folder, "errors")) |> suppressWarnings()
  status <- attr(out, "status")
  if (!is.null(status)) return(readLines(file.path(folder, "errors")))
  read.csv(text = out, colClasses = c(group = "character"))
}

# The greatest differences of rates and standard errors over all groups.
differences <- function(rows, design, slot_design = function(s) design[design$variables$slot == s, ]) {
  worst <- c(rate = 0, error = 0, groups = 0)
  for (i in seq_len(nrow(rows))) {
    row <- rows[i, ]
    if (row$calls == 0) next
    part <- switch(row$by, all = design, slot = slot_design(row$group), design[design$variables$municipality == row$group, ])
    wanted <- svymean(~y, part)
    worst["rate"] <- max(worst["rate"], abs(coef(wanted) - row$rate))
    if (!is.na(row$standard_error)) worst["error"] <- max(worst["error"], abs(SE(wanted) - row$standard_error))
    worst["groups"] <- worst["groups"] + 1
  }
  worst
}

totals <- list()
note <- function(name, worst) {
  old <- totals[[name]]
  if (is.null(old)) old <- c(surveys = 0, groups = 0, rate = 0, error = 0, refused = 0)
  if (is.null(worst)) old["refused"] <- old["refused"] + 1
  else old[c("rate", "error")] <- pmax(old[c("rate", "error")], worst[c("rate", "error")])
  old["surveys"] <- old["surveys"] + 1
  if (!is.null(worst)) old["groups"] <- old["groups"] + worst["groups"]
  totals[[name]] <<- old
}

for (survey in seq_len(surveys)) {
  frame <- make_frame()
  weighted <- sample(c("none", "drawn", "any"), 1)
  clustered <- runif(1) < 0.5
  english <- runif(1) < 0.5
  calls <- make_calls(frame, weighted, clustered)
  write_files(frame, calls, weighted, english)
  valid <- subset(calls, outcome != 3)
  valid$y <- as.numeric(valid$outcome == 1)
  if (nrow(valid) == 0) next
  kind <- paste(if (length(unique(frame$stratum)) > 1) "strata" else "one stratum", if (length(unique(valid$weight)) == 1) "" else ", weights", if (clustered) ", several calls" else "", sep = "")
  design <- svydesign(~practice, strata = ~stratum, weights = ~weight, data = valid)
  simple <- length(unique(valid$weight)) == 1 && !clustered && length(unique(valid$stratum)) == 1
  # Without strata, weights or second calls the standard error is the binomial one, with n instead of n - 1.
  scaled <- function(worst) { if (simple) worst["error"] <- 0; worst }
  note(paste("as it is:", kind), scaled(differences(estimates(), design)))
  by_patients <- svydesign(~practice, strata = ~stratum, weights = ~I(weight * listed_patients), data = valid)
  note(paste("by patients:", kind), differences(estimates("--total", "patients"), by_patients))
  margins <- list(~municipality, ~size)
  count <- function(column, by = rep(1, nrow(frame))) {
    out <- aggregate(by, list(frame[[column]]), sum); names(out) <- c(column, "Freq"); out
  }
  # R's usual epsilon of 1 leaves weights far from fitted.
  raked <- function(plain, ...) {
    out <- NULL
    # What R prints of values without a call is left aside: there the command refuses, too.
    capture.output(out <- tryCatch(
      suppressWarnings(rake(plain, margins, list(count("municipality", ...), count("size", ...)), control = list(maxit = 5000, epsilon = 1e-13))),
      error = function(e) NULL))
    out
  }
  for (total in c("calls", "patients")) {
    rows <- estimates("--rake", "municipality,size", "--total", total)
    oracle <- if (total == "calls") raked(design) else raked(by_patients, frame$listed_patients)
    if (is.character(rows)) {
      note(paste("raked by", total), NULL)
    } else note(paste("raked by", total), differences(rows, oracle))
  }
  if (weighted != "any" || length(unique(frame$stratum)) == 1) {
    valid$drawn <- ave(as.numeric(factor(valid$practice)), valid$stratum, FUN = function(p) length(unique(p)))
    valid$inall <- as.numeric(table(frame$stratum)[valid$stratum])
    snapshot <- svydesign(~practice, strata = ~stratum, weights = ~weight, fpc = ~inall, data = valid)
    # Of a stratum a slot has its own practices alone: the fraction that was drawn is theirs.
    of_slot <- function(slot) {
      here <- tapply(valid$practice[valid$slot == slot], factor(valid$stratum, unique(valid$stratum))[valid$slot == slot], function(p) length(unique(p)))
      own <- valid
      own$inall <- ifelse(is.na(here[own$stratum]), 1e9, own$drawn * own$inall / here[own$stratum])
      svydesign(~practice, strata = ~stratum, weights = ~weight, fpc = ~inall, data = own)[own$slot == slot, ]
    }
    rows <- estimates("--fpc")
    if (is.character(rows)) { print(rows); note(paste("snapshot:", kind), NULL) }
    else note(paste("snapshot:", kind), if (simple) differences(rows[rows$by == "all", ], snapshot) else differences(rows, snapshot, of_slot))
  }
}
cat(sprintf("%d random surveys, greatest differences from R's survey %s\n\n", surveys, packageVersion("survey")))
cat("| estimate | surveys | groups | rate | standard error | refused |\n| --- | --- | --- | --- | --- | --- |\n")
for (name in sort(names(totals))) {
  t <- totals[[name]]
  cat(sprintf("| %s | %d | %d | %.1e | %.1e | %d |\n", name, t["surveys"], t["groups"], t["rate"], t["error"], t["refused"]))
}
bad <- Filter(function(t) t["rate"] > 1e-6 || t["error"] > 1e-6, totals)
if (length(bad)) quit(status = 1)
