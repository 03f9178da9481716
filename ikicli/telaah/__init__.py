"""The reviewer's desk: definitions held against their past and the decree, published figures against arithmetic."""
