"""The reviewer's desk: definitions beside their past and the decree, documents beside files, figures recomputed."""
