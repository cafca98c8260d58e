SELECT ground.append_only('market.reading');
SELECT ground.append_only('market.confirmation');
