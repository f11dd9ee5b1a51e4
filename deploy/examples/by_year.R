# Statements about a work by year and type, as a table: Rscript by_year.R 10.5555/cs.hallam2016
host <- Sys.getenv("CITESTREAM_URL", "http://127.0.0.1:8080")
work <- URLencode(commandArgs(trailingOnly = TRUE)[1], reserved = TRUE)
statements <- read.csv(url(paste0(host, "/api/v1/exports/statements?format=csv&cited=", work)))
print(table(statements$citingYear, statements$type))
