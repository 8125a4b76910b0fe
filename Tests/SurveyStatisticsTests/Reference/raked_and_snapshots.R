# Prints Reference/raked_and_snapshots.csv: R 4.2.2, survey 4.1.1 (Debian bookworm: r-base-core r-cran-survey).
# Run in the project's folder: Rscript Tests/SurveyStatisticsTests/Reference/raked_and_snapshots.R > Tests/SurveyStatisticsTests/Reference/raked_and_snapshots.csv
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 15)
cat("survey,options,by,group,calls,rate,standard_error\n")
unreached <- c("busy", "no-answer", "message-without-referral", "message-to-out-of-hours", "referral-unanswered", "hold-limit", "cut-off", "callback-promised")
show <- function(survey, options, by, group, part) {
  m <- svymean(~y, part)
  cat(sprintf("%s,%s,%s,%s,%d,%.15g,%.15g\n", survey, options, by, group, sum(weights(part) > 0), coef(m), SE(m)))
}

# Two thirds of the shipped fieldwork's calls, raked to the frame's sizes (its strata) and municipalities, as they are and by patients.
frame <- read.csv("scenarios/fieldwork/practices.csv")
calls <- read.csv("scenarios/fieldwork/calls.csv")
calls <- merge(calls[seq_len(nrow(calls)) %% 3 != 1, ], frame, by = "practice")
calls$y <- as.numeric(calls$disposition %in% unreached)
for (total in c("calls", "patients")) {
  calls$before <- calls$weight * (if (total == "patients") calls$listed_patients else 1)
  each <- if (total == "patients") frame$listed_patients else rep(1, nrow(frame))
  count <- function(column) { out <- aggregate(each, list(frame[[column]]), sum); names(out) <- c(column, "Freq"); out }
  for (columns in list("stratum", c("stratum", "municipality"))) for (stratified in c(FALSE, TRUE)) {
    # The frame has strata by size; without them the file is put to estimate without that column.
    design <- if (stratified) svydesign(~practice, strata = ~stratum, weights = ~before, data = calls)
      else svydesign(~practice, weights = ~before, data = calls)
    raked <- rake(design, lapply(columns, function(c) as.formula(paste("~", c))), lapply(columns, count),
      control = list(maxit = 1000, epsilon = 1e-13))
    name <- paste0(if (stratified) "strata" else "one-stratum")
    options <- paste0("--rake ", paste(columns, collapse = ";"), " --total ", total)
    show(name, options, "all", "all", raked)
    for (slot in sort(unique(calls$slot))) show(name, options, "slot", slot, raked[calls$slot == slot, ])
    for (area in c("Aarhus", "Viborg", "Skive", "Odder", "Samsø")) show(name, options, "municipality", area, raked[calls$municipality == area, ])
  }
}

# The surveys of domains/, whose weights add to the 420 practices: snapshots with the finite population correction of each stratum.
for (survey in c("stratified", "clustered", "missing", "tiny-strata")) {
  d <- read.csv(sprintf("Tests/SurveyStatisticsTests/Reference/domains/%s.csv", survey), colClasses = c(practice = "character"))
  first <- !duplicated(d$practice)
  sizes <- tapply(d$weight[first], d$stratum[first], sum)
  d <- d[!d$disposition %in% c("wrong-number", "not-attempted"), ]
  d$y <- as.numeric(d$disposition %in% unreached)
  d$size <- round(sizes[d$stratum])
  d$drawn <- ave(as.numeric(factor(d$practice)), d$stratum, FUN = function(p) length(unique(p)))
  design <- svydesign(~practice, strata = ~stratum, weights = ~weight, fpc = ~size, data = d)
  show(survey, "snapshot", "all", "all", design)
  for (area in unique(d$muni)) show(survey, "snapshot", "muni", area, design[d$muni == area, ])
  # A slot is asked of some of the practices drawn: of each stratum the fraction drawn for it is theirs.
  for (slot in sort(unique(d$slot))) {
    own <- d
    here <- tapply(d$practice[d$slot == slot], factor(d$stratum)[d$slot == slot], function(p) length(unique(p)))[own$stratum]
    own$size <- ifelse(is.na(here), 1e9, own$drawn * own$size / here)
    show(survey, "snapshot", "slot", slot, svydesign(~practice, strata = ~stratum, weights = ~weight, fpc = ~size, data = own)[own$slot == slot, ])
  }
}
