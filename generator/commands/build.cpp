namespace tebiki::commands {}
